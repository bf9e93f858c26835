using System.Collections.Concurrent;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Host.Tests.Scheduling;

public sealed class WorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Exception> _defects = new();
    private readonly Worker _worker;

    public WorkerTests() => _worker = new Worker(0, _defects.Enqueue, WorkQueue.ThreadPool);

    [Fact]
    public async Task A_free_worker_is_entered_at_once_and_by_one_alone()
    {
        var entering = _worker.EnterAsync();
        Assert.True(entering.IsCompletedSuccessfully);
        await entering;
        Assert.True(_worker.IsBusy);
        Assert.False(_worker.TryEnter());
        _worker.Exit();
        Assert.False(_worker.IsBusy);
        Assert.True(_worker.TryEnter());
        _worker.Exit();
    }

    [Fact]
    public async Task Those_who_wait_enter_in_the_order_in_which_they_came()
    {
        var order = new List<int>();
        Assert.True(_worker.TryEnter());
        var waiting = new List<Task>();
        for (var i = 0; i < 50; i++)
        {
            if (i % 3 == 0)
            {
                waiting.Add(PostAsync(order, i));
            }
            else
            {
                waiting.Add(EnterAsync(order, i));
            }
        }

        Assert.Empty(order);
        _worker.Exit();
        await Task.WhenAll(waiting).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task No_two_are_ever_inside_and_nobody_is_forgotten_under_contention()
    {
        const int Tasks = 8;
        const int Rounds = 3000;
        var random = RandomSeed.Create();
        var inside = 0;
        var entered = 0;
        var overlaps = 0;
        var posted = new CountdownEvent(1);

        void Visit()
        {
            if (Interlocked.Increment(ref inside) != 1)
            {
                Interlocked.Increment(ref overlaps);
            }

            entered++;
            Interlocked.Decrement(ref inside);
        }

        async Task VisitManyTimesAsync(Random choices)
        {
            for (var round = 0; round < Rounds; round++)
            {
                if (choices.Next(8) == 0)
                {
                    posted.AddCount();
                    _worker.Post(() =>
                    {
                        Visit();
                        posted.Signal();
                    });
                    continue;
                }

                await _worker.EnterAsync();
                Visit();
                _worker.Exit();
            }
        }

        var seeds = Enumerable.Range(0, Tasks).Select(_ => random.Next()).ToArray();
        await Task.WhenAll(seeds.Select(seed => Task.Run(() => VisitManyTimesAsync(new Random(seed)))))
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        posted.Signal();
        Assert.True(posted.Wait(Patience, TestContext.Current.CancellationToken));
        await _worker.EnterAsync();

        Assert.Equal(0, overlaps);
        Assert.Equal(Tasks * Rounds, entered);
        _worker.Exit();
        Assert.False(_worker.IsBusy);
        Assert.Empty(_defects);
    }

    [Fact]
    public async Task A_job_that_throws_is_reported_and_leaves_the_worker_free()
    {
        _worker.Post(() => throw new InvalidOperationException("defect"));

        await _worker.EnterAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal("defect", Assert.Single(_defects).Message);
        _worker.Exit();
    }

    [Fact]
    public async Task A_posted_job_never_runs_before_the_call_returns()
    {
        var ran = 0;
        Assert.True(_worker.TryEnter());
        _worker.Post(() => ran++);
        Assert.Equal(0, ran);
        _worker.Exit();

        await _worker.EnterAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(1, ran);
        _worker.Exit();
    }

    private Task PostAsync(List<int> order, int number)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _worker.Post(() =>
        {
            order.Add(number);
            done.SetResult();
        });
        return done.Task;
    }

    private async Task EnterAsync(List<int> order, int number)
    {
        await _worker.EnterAsync();
        order.Add(number);
        _worker.Exit();
    }
}
