using Microsoft.Extensions.DependencyInjection;
using Platform.Runtime.Access;

namespace Platform.Runtime.Tests;

/// <summary>Makes content unreadable without keys: enough to see what is sealed and that it comes back.</summary>
internal sealed class MirrorSealer : ITextSealer
{
    public byte[] Seal(string tenantId, Guid instanceId, ReadOnlySpan<byte> content) => Mirror(content);

    public byte[] Unseal(string tenantId, Guid instanceId, ReadOnlySpan<byte> content) => Mirror(content);

    private static byte[] Mirror(ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0xFF;
        }

        return bytes;
    }
}

internal static class MirrorSealerServices
{
    public static void AddSealer(this IServiceCollection services) => services.AddSingleton<ITextSealer, MirrorSealer>();
}
