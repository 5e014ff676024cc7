import java.util.*;
import java.util.function.*;
public class Crash {
  static class Res implements AutoCloseable { public void close() { throw new IllegalArgumentException("close failed"); } }
  static class Deep { void run(int n) { if (n == 0) throw new IllegalStateException("deep"); run(n - 1); } }
  interface P { void go() throws Exception; }
  static class OddName extends RuntimeException { OddName(String m){ super(m);} }
  public static void main(String[] a) throws Exception {
    switch (a[0]) {
      case "cause": try { new Deep().run(3); } catch (RuntimeException e) { throw new RuntimeException("wrapped: x", new Exception(e)); } break;
      case "suppressed": try (Res r = new Res()) { throw new java.io.IOException("first\nsecond line\n  third"); } 
      case "lambda": Function<Object,Object> f = o -> List.of(1).stream().map(x -> o.toString()).toList(); f.apply(null); break;
      case "circular": { Exception e = new Exception("a"); Exception b = new Exception("b", e); e.initCause(b); throw e; }
      case "reflect": Crash.class.getDeclaredMethod("main", String[].class).invoke(null, (Object) new String[]{"cause"}); break;
      case "proxy": P p = (P) java.lang.reflect.Proxy.newProxyInstance(Crash.class.getClassLoader(), new Class<?>[]{P.class}, (x,m,y) -> { throw new OddName("via proxy"); }); p.go(); break;
      case "so": try { so(0); } catch (StackOverflowError e) { e.printStackTrace(); } break;
      case "nomsg": throw new OddName(null);
      case "thread": Thread t = new Thread(() -> { throw new OddName("in thread"); }, "worker \"1\""); t.start(); t.join(); break;
      case "dump": dump(); break;
      case "deadlock": deadlock(); break;
    }
  }
  static int so(int n) { return so(n+1)+1; }
  static void dump() throws Exception {
    for (int i = 0; i < 3; i++) { Thread t = new Thread(() -> { synchronized (Crash.class) { try { Crash.class.wait(); } catch (InterruptedException e) {} } }, "waiter-" + i); t.setDaemon(true); t.start(); }
    new Thread(() -> { java.util.concurrent.locks.ReentrantLock l = new java.util.concurrent.locks.ReentrantLock(); l.lock(); try { Thread.sleep(100000);} catch (InterruptedException e) {} }, "locker").start();
    Thread.sleep(100000);
  }
  static void deadlock() throws Exception {
    Object x = new Object(), y = new Object();
    new Thread(() -> { synchronized (x) { nap(); synchronized (y) { } } }, "A").start();
    new Thread(() -> { synchronized (y) { nap(); synchronized (x) { } } }, "B").start();
    Thread.sleep(100000);
  }
  static void nap() { try { Thread.sleep(500); } catch (InterruptedException e) {} }
}
