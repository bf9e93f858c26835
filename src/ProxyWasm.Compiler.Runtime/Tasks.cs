using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Tasks without threads: continuations run where they become ready, the rest from the run queue.</summary>
internal static class Tasks
{
    /// <summary>
    /// Nobody else could complete the task while this call waits, so what is queued runs here; if that does not help,
    /// waiting would never end.
    /// </summary>
    [Replaces("System.Threading.Tasks.Task", "InternalWaitCore")]
    public static bool Wait(Task task, int milliseconds, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        while (!task.IsCompleted && RunQueue.RunOne())
        {
        }

        return task.IsCompleted || (milliseconds >= 0 ? false : throw new NotSupportedException(
            "A module has a single thread: waiting here for a task that is not complete would never end. Use await."));
    }

    [Replaces("System.Threading.SynchronizationContext", "get_Current")]
    public static SynchronizationContext? SynchronizationContext() => null;

    [Replaces("System.Threading.Tasks.TaskScheduler", "get_InternalCurrent")]
    public static TaskScheduler? Scheduler() => null;

    [Replaces("System.Threading.ThreadPool", "UnsafeQueueUserWorkItemInternal")]
    public static void Queue(object work, bool preferLocal) => RunQueue.Add(Execute, work);

    [Replaces("System.Threading.ThreadPool", "QueueUserWorkItem")]
    [Replaces("System.Threading.ThreadPool", "UnsafeQueueUserWorkItem")]
    public static bool Queue<T>(Action<T> work, T state, bool preferLocal)
    {
        RunQueue.Add(_ => work(state), null);
        return true;
    }

    [Replaces("System.Threading.ThreadPool", "QueueUserWorkItem")]
    [Replaces("System.Threading.ThreadPool", "UnsafeQueueUserWorkItem")]
    public static bool Queue(WaitCallback work, object? state)
    {
        RunQueue.Add(s => work(s), state);
        return true;
    }

    [Replaces("System.Threading.ThreadPool", "QueueUserWorkItem")]
    public static bool Queue(WaitCallback work) => Queue(work, null);

    [Replaces("System.Threading.ThreadPool", "TryPopCustomWorkItem")]
    public static bool TryUnqueue(object work) => false;

    /// <summary>The pool's queue has a monitor for its threads, of which there are none.</summary>
    [Replaces("System.Threading.LowLevelMonitor", "Initialize")]
    public static void NoMonitor(ref nint monitor)
    {
    }

    private static void Execute(object? work)
    {
        if (work is Task task)
        {
            ExecuteTask(task, null);
        }
        else
        {
            ((IThreadPoolWorkItem)work!).Execute();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ExecuteFromThreadPool")]
    private static extern void ExecuteTask(Task task, Thread? thread);
}
