using ProxyWasm.Host.Contexts;

namespace ProxyWasm.Host.Vms;

/// <content>
/// Calls of exports, one overload per shape. A missing export, or a failed machine, gives the fallback.
/// </content>
internal sealed partial class Vm
{
    public void Call(Context context, string callback, Action<int>? export, int a)
    {
        if (export is not null && TryEnter(context, callback, [a]))
        {
            try
            {
                export(a);
                _trace?.Left(callback);
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
        if (export is not null && TryEnter(context, callback, [a, b]))
        {
            try
            {
                export(a, b);
                _trace?.Left(callback);
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
        if (export is not null && TryEnter(context, callback, [a, b, c]))
        {
            try
            {
                export(a, b, c);
                _trace?.Left(callback);
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
        if (export is not null && TryEnter(context, callback, [a, b, c, d, e]))
        {
            try
            {
                export(a, b, c, d, e);
                _trace?.Left(callback);
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
        if (export is not null && TryEnter(context, callback, [a]))
        {
            try
            {
                return Return(callback, export(a));
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
        if (export is not null && TryEnter(context, callback, [a, b]))
        {
            try
            {
                return Return(callback, export(a, b));
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
        if (export is not null && TryEnter(context, callback, [a, b, c]))
        {
            try
            {
                return Return(callback, export(a, b, c));
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

    private int Return(string callback, int result) => _trace?.Left(callback, result) ?? result;
}
