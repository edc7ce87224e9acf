using System.Globalization;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Dates;
using ChildQ.Portal.Registers;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Net.Http.Headers;

namespace ChildQ.Portal.Shell;

/// <summary>How pages are found, bound and answered.</summary>
public static class PageSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        services
            .AddRazorPages(pages => pages.Conventions.Add(new PageRouteTransformerConvention(new KebabCase())))
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add<ServiceAnswersFilter>();
                mvc.ModelBinderProviders.Insert(0, new DateInputBinderProvider());
                // A field is required where its form says so, in words of its own.
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor(
                    (_, field) => $"{field} is not one of the possible values"
                );
                mvc.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(field => $"{field} must be a number");
                mvc.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => "Choose one of the possible values");
                mvc.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Enter a value");
            });
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "childq-forms";
            forms.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
        });
        services.AddHttpContextAccessor();
    }

    /// <summary>Status codes and exceptions become pages that help; a reader is never shown a bare code or a stack trace.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/errors/500");
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
    }

    /// <summary>Styles and scripts; kept by browsers for a year where the address carries the version.</summary>
    public static void UseStyles(this WebApplication app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file =>
                    file.Context.Response.Headers[HeaderNames.CacheControl] = file.Context.Request.Query.ContainsKey("v")
                        ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={TimeSpan.FromDays(365).TotalSeconds}, immutable")
                        : "public, max-age=300",
            }
        );
}
