using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Persistence.Sqlite;

/// <summary>
/// The one writer of a SQLite file. Callers queue; everything that waits when the writer comes round is committed together (one sync to disk for all),
/// each caller's work behind a savepoint of its own, and every caller is answered after the commit.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>More would make the first caller of a group wait longer than one more sync costs.</summary>
    private const int LargestGroup = 256;

    private static readonly SqlText SetSavepoint = new("SAVEPOINT one");
    private static readonly SqlText ReturnToSavepoint = new("ROLLBACK TO one");
    private static readonly SqlText ReleaseSavepoint = new("RELEASE one");

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteSession session;
    private readonly Task loop;

    internal SqliteWriter(string connectionString, bool isScratch)
    {
        string settings = isScratch ? "PRAGMA synchronous=OFF; PRAGMA cache_size=-8192;" : "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;";
        session = SqliteSession.Open(connectionString, "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=10000; " + settings);
        loop = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        session.Dispose();
    }

    /// <summary>Queues work; the task ends after the commit. Work that throws is undone alone and its exception handed to its caller.</summary>
    internal async Task<T> EnqueueAsync<T>(Func<SqliteSession, SqliteTransaction, Task<T>> work, CancellationToken ct)
    {
        var item = new Work<T>(work, ct);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(item), this);

        return await item.Answer;
    }

    private async Task RunAsync()
    {
        var group = new List<Work>(LargestGroup);
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            await CommitGroupAsync(group);
        }
    }

    private async Task CommitGroupAsync(List<Work> group)
    {
        try
        {
            await using SqliteTransaction transaction = session.Connection.BeginTransaction(deferred: false);
            while (group.Count < LargestGroup && queue.Reader.TryRead(out Work? work))
            {
                group.Add(work);
                await RunOneAsync(work, transaction);
            }

            await transaction.CommitAsync();
            foreach (Work work in group)
            {
                work.Succeed();
            }
        }
        catch (Exception broken)
        {
            // The commit itself failed (disk full, file gone): nobody's work is durable, and everybody must know.
            foreach (Work work in group)
            {
                work.Fail(broken);
            }

            if (group.Count == 0 && queue.Reader.TryRead(out Work? next))
            {
                next.Fail(broken);
            }
        }
    }

    /// <summary>Work that throws is undone alone; the others of its group stay.</summary>
    private async Task RunOneAsync(Work work, SqliteTransaction transaction)
    {
        if (work.IsGivenUp)
        {
            return;
        }

        Execute(SetSavepoint, transaction);
        try
        {
            await work.RunAsync(session, transaction);
        }
        catch (Exception refused)
        {
            Execute(ReturnToSavepoint, transaction);
            work.Refuse(refused);
        }

        Execute(ReleaseSavepoint, transaction);
    }

    private void Execute(SqlText sql, SqliteTransaction transaction) => session.Bind(new Statement(sql), transaction).ExecuteNonQuery();

    private abstract class Work
    {
        internal abstract bool IsGivenUp { get; }

        internal abstract Task RunAsync(SqliteSession session, SqliteTransaction transaction);

        /// <summary>The commit is durable: hand out the answer, or the refusal.</summary>
        internal abstract void Succeed();

        /// <summary>Remembers why this work alone was undone; told after the group's commit.</summary>
        internal abstract void Refuse(Exception exception);

        internal abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<SqliteSession, SqliteTransaction, Task<T>> run, CancellationToken ct) : Work
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? value;
        private Exception? refusal;

        internal Task<T> Answer => answer.Task;

        internal override bool IsGivenUp
        {
            get
            {
                if (ct.IsCancellationRequested)
                {
                    answer.TrySetCanceled(ct);
                }

                return answer.Task.IsCompleted;
            }
        }

        internal override async Task RunAsync(SqliteSession session, SqliteTransaction transaction) => value = await run(session, transaction);

        internal override void Succeed()
        {
            if (refusal is null)
            {
                answer.TrySetResult(value!);
            }
            else
            {
                answer.TrySetException(refusal);
            }
        }

        internal override void Refuse(Exception exception) => refusal = exception;

        internal override void Fail(Exception exception) => answer.TrySetException(refusal ?? exception);
    }
}
