;; The inner loop of byte-scanner.ts, which says what it is for. `node scripts/kernel.ts` assembles it into kernel.ts.
;;
;; Memory: from 0 the skips, one byte for each of 2^18 hashes of a block of four bytes; from 0x40000 the pairs, one bit for
;; each of 2^17 hashes of a window's first and last block; then what the caller puts there.
(module
  (memory (export "memory") 10)

  ;; Whether a window may end at $end: the pair of its first and its last block is one of those that are looked for.
  (func $may_end (param $end i32) (param $width i32) (result i32)
    (local $pair i32)
    (local.set $pair
      (i32.shr_u
        (i32.mul
          (i32.xor
            (i32.mul (i32.load (i32.sub (local.get $end) (local.get $width))) (i32.const 0x9E3779B1))
            (i32.load (i32.sub (local.get $end) (i32.const 4))))
          (i32.const 0x9E3779B1))
        (i32.const 15)))
    (i32.and
      (i32.shr_u
        (i32.load8_u offset=0x40000 (i32.shr_u (local.get $pair) (i32.const 3)))
        (i32.and (local.get $pair) (i32.const 7)))
      (i32.const 1)))

  ;; Writes the ends of windows in ($from, $to] to $out, and gives where the last one is written.
  (func $one (param $end i32) (param $to i32) (param $width i32) (param $out i32) (result i32)
    (local $skip i32)
    (block $done
      (loop $next
        (br_if $done (i32.gt_u (local.get $end) (local.get $to)))
        (local.set $skip
          (i32.load8_u
            (i32.shr_u
              (i32.mul (i32.load (i32.sub (local.get $end) (i32.const 4))) (i32.const 0x9E3779B1))
              (i32.const 14))))
        (if (i32.eqz (local.get $skip))
          (then
            (if (call $may_end (local.get $end) (local.get $width))
              (then
                (i32.store (local.get $out) (local.get $end))
                (local.set $out (i32.add (local.get $out) (i32.const 4)))))
            (local.set $skip (i32.const 1))))
        (local.set $end (i32.add (local.get $end) (local.get $skip)))
        (br $next)))
    (local.get $out))

  ;; The same for both halves of a text at a time: each skip waits for a look at the table, and meanwhile the other half goes
  ;; on. Windows that end in [$x, $middle] are written to $x_out, those in ($middle, $to] to $y_out; gives how many each,
  ;; the latter in the upper half.
  (func (export "scan")
    (param $x i32) (param $middle i32) (param $to i32) (param $width i32) (param $x_out i32) (param $y_out i32)
    (result i32)
    (local $y i32) (local $x_skip i32) (local $y_skip i32) (local $x_first i32) (local $y_first i32)
    (local.set $x_first (local.get $x_out))
    (local.set $y_first (local.get $y_out))
    (local.set $y (i32.add (local.get $middle) (i32.const 1)))
    (block $done
      (loop $next
        (br_if $done (i32.gt_u (local.get $x) (local.get $middle)))
        (br_if $done (i32.gt_u (local.get $y) (local.get $to)))
        (local.set $x_skip
          (i32.load8_u
            (i32.shr_u
              (i32.mul (i32.load (i32.sub (local.get $x) (i32.const 4))) (i32.const 0x9E3779B1))
              (i32.const 14))))
        (local.set $y_skip
          (i32.load8_u
            (i32.shr_u
              (i32.mul (i32.load (i32.sub (local.get $y) (i32.const 4))) (i32.const 0x9E3779B1))
              (i32.const 14))))
        (if (i32.eqz (local.get $x_skip))
          (then
            (if (call $may_end (local.get $x) (local.get $width))
              (then
                (i32.store (local.get $x_out) (local.get $x))
                (local.set $x_out (i32.add (local.get $x_out) (i32.const 4)))))
            (local.set $x_skip (i32.const 1))))
        (if (i32.eqz (local.get $y_skip))
          (then
            (if (call $may_end (local.get $y) (local.get $width))
              (then
                (i32.store (local.get $y_out) (local.get $y))
                (local.set $y_out (i32.add (local.get $y_out) (i32.const 4)))))
            (local.set $y_skip (i32.const 1))))
        (local.set $x (i32.add (local.get $x) (local.get $x_skip)))
        (local.set $y (i32.add (local.get $y) (local.get $y_skip)))
        (br $next)))
    (local.set $x_out
      (call $one (local.get $x) (local.get $middle) (local.get $width) (local.get $x_out)))
    (local.set $y_out
      (call $one (local.get $y) (local.get $to) (local.get $width) (local.get $y_out)))
    (i32.or
      (i32.shr_u (i32.sub (local.get $x_out) (local.get $x_first)) (i32.const 2))
      (i32.shl
        (i32.shr_u (i32.sub (local.get $y_out) (local.get $y_first)) (i32.const 2))
        (i32.const 16)))))
