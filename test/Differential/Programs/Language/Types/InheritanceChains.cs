namespace Language.Types;

public static class InheritanceChains
{
    private abstract class Animal(string name)
    {
        protected string Name { get; } = name;
        public abstract string Sound { get; }
        public virtual string Speak(int times = 1) => Name + ":" + string.Concat(Enumerable.Repeat(Sound, times));
        public static bool operator >(Animal a, Animal b) => string.CompareOrdinal(a.Name, b.Name) > 0;
        public static bool operator <(Animal a, Animal b) => b > a;
    }

    private class Dog(string n) : Animal(n) { public override string Sound => "woof"; public override string Speak(int times = 3) => base.Speak(times) + "!"; }
    private sealed class Puppy(string n) : Dog(n + "y") { public override string Sound => base.Sound.ToUpperInvariant(); public new string Name => "hidden " + base.Name; }
    private class Cat() : Animal("cat") { public override string Sound => "meow"; }

    public static void Run()
    {
        Animal[] all = [new Dog("rex"), new Puppy("spot"), new Cat()];
        foreach (var a in all) Out.Line(a.Speak() + " " + (a is Dog) + (a as Puppy)?.Name + a.GetType().Name + a.GetType().BaseType.Name);
        Out.Line(((Dog)all[1]).Speak() + (all[0] > all[2]) + (all[0] < all[1]));
        Out.Line(all[1].GetType().IsSubclassOf(typeof(Animal)) + " " + typeof(Animal).IsAssignableFrom(typeof(Cat)) + typeof(Dog).IsInstanceOfType(all[1]) + typeof(Animal).IsAbstract + typeof(Puppy).IsSealed);
    }
}
