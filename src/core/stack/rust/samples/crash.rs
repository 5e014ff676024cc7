use std::collections::HashMap;
trait T { fn go(&self); }
struct S<A>(A);
impl<A: std::fmt::Debug> T for S<A> { #[inline(never)] fn go(&self) { let v: Vec<i32> = Vec::new(); let i = 5; println!("{}", v[i]); } }

#[inline(never)]
fn call<F: Fn()>(f: F) { f() }
fn main() {
  let a = std::env::args().nth(1).unwrap();
  match a.as_str() {
    "panic" => panic!("boom"),
    "multi" => panic!("first\nsecond line\n\nfourth"),
    "unwrap" => { let m: HashMap<i32, i32> = HashMap::new(); m.get(&1).unwrap(); }
    "result" => { std::fs::read("/nothing").unwrap(); }
    "trait" => { S(1).go(); }
    "closure" => call(|| { call(|| { None::<i32>.expect("no value"); }) }),
    "thread" => { let t = std::thread::Builder::new().name("worker 1".into()).spawn(|| panic!("in thread")).unwrap(); t.join().unwrap(); }
    "unnamed" => { let _ = std::thread::spawn(|| panic!("in thread")).join(); }
    "double" => { struct D; impl Drop for D { fn drop(&mut self) { panic!("in drop") } } let _d = D; panic!("first"); }
    "overflow" => { fn f(n: u64) -> u64 { if n == u64::MAX { 0 } else { f(n + 1) + 1 } } println!("{}", f(0)); }
    _ => {}
  }
}
