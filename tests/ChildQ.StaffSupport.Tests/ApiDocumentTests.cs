using System.Text.Json;

namespace ChildQ.StaffSupport.Tests;

public sealed class ApiDocumentTests(StaffSupportHost host) : IClassFixture<StaffSupportHost>
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    [Fact]
    public async Task Every_operation_says_who_may_call_it()
    {
        using var anonymous = host.Anonymous();

        var document = await anonymous.GetAsync<JsonElement>("/api/staff-support/openapi.json");

        var operations = document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject().Where(o => Methods.Contains(o.Name)).Select(o => (Path: $"{o.Name} {path.Name}", o.Value))
            )
            .ToList();
        Assert.Contains("post /api/staff-support/sessions/{id}/bookings", operations.Select(o => o.Path));
        Assert.All(operations, o => Assert.True(o.Value.GetProperty("x-roles").GetArrayLength() > 0, o.Path));
    }
}
