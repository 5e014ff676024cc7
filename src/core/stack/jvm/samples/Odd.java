import java.util.*;
import java.util.function.*;
public class Odd {
  static int x = 1;
  static class Boom { static int v; static { if (x > 0) throw new IllegalStateException("clinit"); } }
  class Inner { Inner() { new Object() { { if (x > 0) throw new UnsupportedOperationException("in anonymous"); } }; } }
  enum E { A { void go() { throw new RuntimeException("enum"); } }; abstract void go(); }
  record R(String s) { R { Objects.requireNonNull(s, "s"); } }
  interface D { default void d() { throw new RuntimeException("default"); } }
  static class Res implements AutoCloseable { public void close() throws Exception { throw new Exception("close", new java.io.IOException("inner\nof close")); } }
  static <T> T gen(Supplier<T> s) { return s.get(); }
  public static void main(String[] a) throws Exception {
    switch (a[0]) {
      case "clinit": System.out.println(Boom.v); break;
      case "anon": new Odd().new Inner(); break;
      case "enum": E.A.go(); break;
      case "record": new R(null); break;
      case "default": new D() {}.d(); break;
      case "suppressed": try (Res r = new Res(); Res q = new Res()) { throw new RuntimeException("body", new Error("cause of body")); }
      case "ref": gen(Odd::thrower); break;
      case "comp": java.util.concurrent.CompletableFuture.supplyAsync(Odd::thrower).join(); break;
      case "stack": new Exception("printed").printStackTrace(); Thread.dumpStack(); break;
      case "overflow": f(0); break;
      case "helpful": int[] n = null; System.out.println(n[0]); break;
    }
  }
  static int f(int n) { return f(n + 1) + 1; }
  static Object thrower() { throw new IllegalArgumentException("thrown"); }
}
