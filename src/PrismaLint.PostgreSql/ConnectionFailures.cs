using System;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Npgsql;

namespace PrismaLint.PostgreSql;

/// <summary>Says in one line why there is no connection, in words that hold no secret.</summary>
internal static class ConnectionFailures
{
    /// <summary>What to tell the user; <see langword="null"/> for what is not about the connection.</summary>
    public static InspectionException? Describe(Exception exception, ConnectionUrl url) => exception switch
    {
        PostgresException refused => Describe(refused, url),
        NpgsqlException { InnerException: AggregateException { InnerExceptions: { Count: > 0 } all } } => Describe(all[^1], url),
        AggregateException { InnerExceptions: { Count: > 0 } all } => Describe(all[^1], url),
        NpgsqlException { InnerException: PostgresException inner } => Describe(inner, url),
        NpgsqlException broken => Describe(broken, url),
        SocketException socket => Unreachable(url, Reason(socket)),
        TimeoutException => Unreachable(url, "no answer in time"),
        _ when IsFile(exception) => Certificate(),
        IOException => Unreachable(url, "the connection was closed"),
        ArgumentException or FormatException or NotSupportedException or InvalidOperationException =>
            new InspectionException(InspectionFailure.Usage, "the connection URL asks for something that cannot be done"),
        _ => null,
    };

    private static InspectionException Describe(PostgresException exception, ConnectionUrl url)
    {
        var (where, user, database) = (url.Endpoint, url.User ?? "", url.Database ?? "");
        var message = exception.SqlState switch
        {
            "28P01" => $"{where} refuses the login of `{user}` to database `{database}`: wrong password",
            "28000" => $"{where} refuses the login of `{user}` to database `{database}`{Quote(exception, url)}",
            "3D000" => $"there is no database `{database}` at {where} (login `{user}`)",
            "42501" => $"`{user}` may not connect to database `{database}` at {where}",
            "53300" => $"{where} has no free connection for `{user}`",
            "57P03" => $"{where} does not take connections yet: it is starting or stopping",
            var state => $"{where} refuses the inspection of database `{database}` ({state}){Quote(exception, url)}",
        };
        return new InspectionException(exception.SqlState == "57P03" ? InspectionFailure.Unreachable : InspectionFailure.Refused, message);
    }

    private static InspectionException Describe(NpgsqlException exception, ConnectionUrl url) => exception.InnerException switch
    {
        SocketException socket => Unreachable(url, Reason(socket)),
        TimeoutException => Unreachable(url, "no answer in time"),
        { } inner when IsFile(inner) => Certificate(),
        AuthenticationException => Unreachable(url, "its TLS certificate is not trusted: name its authority with `sslrootcert`, or ask for less with `sslmode=require`"),
        IOException { InnerException: SocketException socket } => Unreachable(url, Reason(socket)),
        IOException or EndOfStreamException => Unreachable(url, "the connection was closed"),
        _ when exception.Message.Contains("No password", StringComparison.Ordinal) =>
            new InspectionException(InspectionFailure.Refused, $"{url.Endpoint} asks for a password of `{url.User}`, and the connection URL has none"),
        _ when exception.Message.Contains("SSL", StringComparison.Ordinal) => Unreachable(url, "it does not speak TLS"),
        _ => Unreachable(url, "it does not answer as PostgreSQL does"),
    };

    // What is read for TLS: the authority, the own certificate, its key.
    private static bool IsFile(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or CryptographicException;

    private static InspectionException Certificate() => new(InspectionFailure.Usage, "a certificate or key that the connection URL names cannot be read");

    private static InspectionException Unreachable(ConnectionUrl url, string reason) => new(InspectionFailure.Unreachable, $"cannot connect to {url.Endpoint} ({reason})");

    private static string Reason(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "host not found",
        SocketError.TimedOut => "no answer in time",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "no route",
        SocketError.ConnectionReset or SocketError.ConnectionAborted => "the connection was closed",
        SocketError.AccessDenied => "access denied",
        _ when exception.ErrorCode == 2 => "no such socket",
        var code => code.ToString(),
    };

    // The server's sentence helps (no entry in pg_hba.conf, a tenant unknown to the pooler), unless it repeats what it was given.
    private static string Quote(PostgresException exception, ConnectionUrl url) =>
        exception.MessageText.Length is > 0 and < 300 && !url.IsRevealedBy(exception.MessageText)
            ? ": " + string.Concat(exception.MessageText.Where(c => !char.IsControl(c)))
            : "";
}
