namespace ProxyWasm.Host.Scheduling;

/// <summary>Work posted to a worker: a timer, a finished callout, a queue notification.</summary>
internal sealed class WorkerJob(Worker worker, Action action) : IThreadPoolWorkItem
{
    public void Execute()
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // An exception on a pool thread would end the process; the defect is reported instead.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            worker.Report(defect);
        }
        finally
        {
            worker.Exit();
        }
    }
}
