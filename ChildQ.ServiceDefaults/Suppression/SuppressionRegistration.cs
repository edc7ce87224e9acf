using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChildQ.ServiceDefaults.Suppression;

public static class SuppressionRegistration
{
    /// <summary>
    /// Registers <see cref="SmallNumbers"/> with the threshold from <c>Suppression:Threshold</c>. A service whose threshold
    /// is below 5 does not start.
    /// </summary>
    public static TBuilder AddSuppression<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddOptions<SuppressionOptions>().BindConfiguration("Suppression").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => new SmallNumbers(services.GetRequiredService<IOptions<SuppressionOptions>>().Value));
        return builder;
    }
}
