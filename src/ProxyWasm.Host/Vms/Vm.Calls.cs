using ProxyWasm.Host.Contexts;

namespace ProxyWasm.Host.Vms;

/// <content>
/// Calls of exports, one overload per shape. A missing export, or a failed machine, gives the fallback.
/// </content>
internal sealed partial class Vm
{
    public void Call(Context context, string callback, Action<int>? export, int a)
    {
        if (export is not null && TryEnter(context, callback))
        {
            try
            {
                export(a);
            }
            catch (Exception exception) when (Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }
    }

    public void Call(Context context, string callback, Action<int, int>? export, int a, int b)
    {
        if (export is not null && TryEnter(context, callback))
        {
            try
            {
                export(a, b);
            }
            catch (Exception exception) when (Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }
    }

    public void Call(Context context, string callback, Action<int, int, int>? export, int a, int b, int c)
    {
        if (export is not null && TryEnter(context, callback))
        {
            try
            {
                export(a, b, c);
            }
            catch (Exception exception) when (Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }
    }

    public void Call(
        Context context,
        string callback,
        Action<int, int, int, int, int>? export,
        int a,
        int b,
        int c,
        int d,
        int e)
    {
        if (export is not null && TryEnter(context, callback))
        {
            try
            {
                export(a, b, c, d, e);
            }
            catch (Exception exception) when (Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }
    }

    public int Call(Context context, string callback, Func<int, int>? export, int a, int fallback)
    {
        if (export is not null && TryEnter(context, callback))
        {
            try
            {
                return export(a);
            }
            catch (Exception exception) when (Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }

        return fallback;
    }

    public int Call(Context context, string callback, Func<int, int, int>? export, int a, int b, int fallback)
    {
        if (export is not null && TryEnter(context, callback))
        {
            try
            {
                return export(a, b);
            }
            catch (Exception exception) when (Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }

        return fallback;
    }

    public int Call(
        Context context, string callback, Func<int, int, int, int>? export, int a, int b, int c, int fallback)
    {
        if (export is not null && TryEnter(context, callback))
        {
            try
            {
                return export(a, b, c);
            }
            catch (Exception exception) when (Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }

        return fallback;
    }
}
