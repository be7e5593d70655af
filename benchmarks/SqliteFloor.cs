using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Benchmarks;

/// <summary>One connection, prepared statements, one writer that commits whatever waits in one transaction; every caller waits for the commit.</summary>
internal sealed class SqliteFloor : IFloor
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<SqlText, SqliteCommand> prepared = [];
    private readonly Channel<(Statement[] Statements, TaskCompletionSource Done)> queue = Channel.CreateUnbounded<(Statement[], TaskCompletionSource)>();
    private readonly Task loop;

    internal SqliteFloor(string path)
    {
        connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;";
        command.ExecuteNonQuery();
        loop = Task.Run(RunAsync);
    }

    public Task CommitAsync(Statement[] statements)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((statements, done));
        return done.Task;
    }

    public Task FillAsync(IEnumerable<Statement[]> steps)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach (Statement[] step in steps)
        {
            Execute(step, transaction);
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await loop;
        foreach (SqliteCommand command in prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var answered = new List<TaskCompletionSource>();
        while (await queue.Reader.WaitToReadAsync())
        {
            answered.Clear();
            using (SqliteTransaction transaction = connection.BeginTransaction(deferred: false))
            {
                while (queue.Reader.TryRead(out var work))
                {
                    Execute(work.Statements, transaction);
                    answered.Add(work.Done);
                }

                transaction.Commit();
            }

            foreach (TaskCompletionSource done in answered)
            {
                done.SetResult();
            }
        }
    }

    private void Execute(Statement[] statements, SqliteTransaction transaction)
    {
        foreach (Statement statement in statements)
        {
            if (!prepared.TryGetValue(statement.Sql, out SqliteCommand? command))
            {
                command = connection.CreateCommand();
                command.CommandText = statement.Sql.Text;
                for (int i = 0; i < statement.Sql.Kinds.Count; i++)
                {
                    command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
                }

                prepared.Add(statement.Sql, command);
            }

            command.Transaction = transaction;
            for (int i = 0; i < statement.Values.Length; i++)
            {
                command.Parameters[i].Value = statement.Values[i] switch
                {
                    null => DBNull.Value,
                    DateTimeOffset instant => Instants.ToMicroseconds(instant),
                    Enum number => (int)(object)number,
                    var value => value,
                };
            }

            command.ExecuteNonQuery();
        }
    }
}
