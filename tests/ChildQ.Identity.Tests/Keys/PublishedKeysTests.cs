using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChildQ.Identity.Tests.Keys;

public sealed class PublishedKeysTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_service_can_check_a_token_with_what_is_published_alone()
    {
        using var client = host.Client();
        var (_, body) = await client.AskTokenAsync(
            ("grant_type", "client_credentials"),
            ("client_id", "childq-data-loader"),
            ("client_secret", IdentityHost.LoaderSecret),
            ("scope", "childq")
        );
        var published = new JsonWebKeySet(await client.GetStringAsync(".well-known/jwks"));

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            body.Text("access_token"),
            new TokenValidationParameters
            {
                ValidIssuer = "http://localhost:8080/identity/",
                ValidAudience = "childq",
                IssuerSigningKeys = published.GetSigningKeys(),
            }
        );

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task No_private_key_is_published()
    {
        using var client = host.Client();

        var published = new JsonWebKeySet(await client.GetStringAsync(".well-known/jwks"));

        var key = Assert.Single(published.Keys);
        Assert.False(key.HasPrivateKey);
    }
}
