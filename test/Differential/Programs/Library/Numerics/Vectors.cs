using System.Numerics;
using System.Runtime.Intrinsics;

namespace Library.Numerics;

public static class Vectors
{
    public static void Run()
    {
        var v = new Vector3(1, 2, 3);
        Out.Line(v + " " + (v * 2 - Vector3.One) + Vector3.Dot(v, v) + Vector3.Cross(v, Vector3.UnitX) + v.LengthSquared() + Vector3.Lerp(v, Vector3.Zero, 0.5f) + (v == new Vector3(1, 2, 3)) + v[1]);
        var m = Matrix4x4.CreateTranslation(1, 2, 3) * Matrix4x4.CreateScale(2);
        Out.Line(Vector3.Transform(v, m) + " " + m.GetDeterminant() + Matrix4x4.Invert(m, out var i) + Vector3.Transform(Vector3.Transform(v, m), i) + new Vector2(3, 4).Length() + Vector4.Max(new(1, 5, 2, 8), new(4)));
        var x = Vector128.Create(1, 2, 3, 4);
        Out.Line(Vector128.IsHardwareAccelerated.GetType().Name + (x + x) + Vector128.Sum(x) + Vector128.GreaterThan(x, Vector128.Create(2)) + Vector128.Shuffle(x, Vector128.Create(3, 2, 1, 0)) + x.GetElement(2) + Vector128.ExtractMostSignificantBits(-x));
        Out.Line(Vector256.Create((byte)7).AsUInt64()[3] + " " + Vector64.Create(1.5f, 2.5f) + Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0), x, -x) + Vector128.Min(x, Vector128.Create(2)) + (x << 3) + Vector128.ConvertToSingle(x));
        Span<float> a = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        float s = 0;
        for (var k = 0; k + 4 <= a.Length; k += 4) s += Vector128.Dot(Vector128.Create<float>(a[k..]), Vector128<float>.One);
        Out.Line(s + " " + Quaternion.Identity + Plane.Normalize(new Plane(0, 2, 0, 4)));
    }
}
