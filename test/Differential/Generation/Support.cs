using System;
using System.Collections.Generic;
using System.Threading.Tasks;

// Compiled with every batch of generated programs.
public interface IShape
{
    int Area(int scale);
}

public interface IPass<T>
{
    T Pass(T value, int number);
    T Again(T value) => Pass(value, 1);
}

public sealed class Straight<T> : IPass<T>
{
    public T Pass(T value, int number) => value;
}

public sealed class Remembering<T> : IPass<T>
{
    private static T s_last;
    public T Pass(T value, int number) { s_last = number > 3 ? value : s_last; return number % 2 == 0 ? value : Again(value, s_last); }
    private T Again(T value, T last) => value;
}

public abstract class Animal
{
    public abstract int Speak(int times);
    public virtual int Legs => 4;
}

public class Dog : Animal
{
    public override int Speak(int times) => unchecked(times * 31 + Legs);
}

public class Bird : Dog
{
    public override int Legs => 2;
    public override int Speak(int times) => times > 9 ? base.Speak(times) : checked(times + 1);
}

public sealed class Failure(int code) : Exception("failure " + code)
{
    public int Code => code;
}

public sealed class Resource(int number) : IDisposable
{
    public void Dispose() => Out.Line("disposed " + number);
}

public sealed class Box<T>(T value)
{
    public T Value = value;
}

public static class Support
{
    private static int s_fuel;

    public static void Refill() => s_fuel = 250;

    public static bool Go() => --s_fuel > 0;

    public static T Id<T>(T value) => value;

    public static T Choose<T>(bool first, T one, T other) => first ? one : other;

    public static T Last<T>(ReadOnlySpan<T> items) => items[^1];

    public static ref T Place<T>(T value) => ref new Box<T>(value).Value;

    public static T? When<T>(bool condition, T value) where T : struct => condition ? value : null;

    public static string Cut(string text) => text.Length > 30 ? text.Substring(0, 30) : text;

    public static char At(string text, int index) => index < text.Length ? text[index] : '?';

    public static string Text<T>(T value) => value?.ToString() ?? "null";

    public static IPass<T> Shape<T>(int number) => number % 3 == 0 ? new Straight<T>() : new Remembering<T>();

    public static int Measure<T>(T shape, int scale) where T : IShape => shape.Area(scale);

    public static Animal Animal(int number) => number % 2 == 0 ? new Dog() : new Bird();

    public static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    public static void Show(Exception exception) => Out.Line(exception is InvalidCastException
        ? "InvalidCastException" : exception.GetType().Name + ": " + exception.Message);
}
