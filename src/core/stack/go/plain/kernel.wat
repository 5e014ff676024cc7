;; The inner loop of call-kernel.ts, which says what it is for. `node scripts/kernel.ts` assembles it into kernel.ts.
;;
;; Memory, as call-kernel.ts lays it out:
;;
;;       0  what each character may be part of: 0 to 15 for the digit of that value, 16 for what stands in words, 17 for
;;          what stands between them, 18 for what the runtime never prints there
;;     256  the fingerprint of the constants, two numbers of four bytes; that of the addresses; how many addresses
;;     288  the addresses, of eight bytes each, as floating-point numbers
;;    1024  the text, some bytes to spare behind it, and what is known
(module
  (memory (export "memory") 1)

  (func $left (param $print i32) (param $word i32) (result i32)
    (i32.mul
      (i32.xor (i32.rotl (local.get $print) (i32.const 5)) (local.get $word))
      (i32.const 0x9e3779b1)))

  (func $right (param $print i32) (param $word i32) (result i32)
    (i32.mul
      (i32.xor (i32.rotl (local.get $print) (i32.const 13)) (local.get $word))
      (i32.const 0x7f4a7c17)))

  ;; Keeps an address, if it is new and there is room.
  (func $keep (param $address f64)
    (local $at i32) (local $end i32)
    (local.set $at (i32.const 288))
    (local.set $end (i32.add (i32.const 288) (i32.shl (i32.load (i32.const 272)) (i32.const 3))))
    (block $new
      (loop $next
        (br_if $new (i32.ge_u (local.get $at) (local.get $end)))
        (if (f64.eq (f64.load (local.get $at)) (local.get $address)) (then (return)))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $next)))
    (if (i32.ge_u (i32.load (i32.const 272)) (i32.const 64)) (then (return)))
    (f64.store (local.get $end) (local.get $address))
    (i32.store (i32.const 272) (i32.add (i32.load (i32.const 272)) (i32.const 1))))

  ;; `readArguments` of call-arguments.ts: takes what stands in [$at, $to), and tells whether all of it is plain.
  (func $arguments (export "arguments") (param $at i32) (param $to i32) (result i32)
    (local $left i32) (local $right i32) (local $plain i32) (local $word i32) (local $kind i32)
    (local $value i64) (local $high i32)
    (local.set $left (i32.load (i32.const 256)))
    (local.set $right (i32.load (i32.const 260)))
    (local.set $plain (i32.const 1))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
        (local.set $word (i32.load8_u (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (if
          (i32.and
            (i32.and
              (i32.eq (local.get $word) (i32.const 0x30))
              (i32.lt_u (local.get $at) (local.get $to)))
            (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x78)))
          (then
            (local.set $value (i64.const 0))
            (block $last
              (loop $digit
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (br_if $last (i32.ge_u (local.get $at) (local.get $to)))
                (local.set $kind (i32.load8_u (i32.load8_u (local.get $at))))
                (br_if $last (i32.ge_u (local.get $kind) (i32.const 16)))
                (local.set $value
                  (i64.or
                    (i64.shl (local.get $value) (i64.const 4))
                    (i64.extend_i32_u (local.get $kind))))
                (br $digit)))
            (local.set $word (i32.wrap_i64 (local.get $value)))
            (local.set $high (i32.wrap_i64 (i64.shr_u (local.get $value) (i64.const 32))))
            (if
              (i32.and
                (i32.lt_u (local.get $at) (local.get $to))
                (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x3f)))
              (then
                ;; `0x39?`: whatever the register last held.
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (local.set $word (i32.const 0x10002)))
              (else
                (if
                  (i32.or
                    (i32.gt_u (local.get $high) (i32.const 0xffff))
                    (i64.lt_u (local.get $value) (i64.const 0x10000)))
                  (then
                    (local.set $left (call $left (local.get $left) (local.get $high)))
                    (local.set $right (call $right (local.get $right) (local.get $high))))
                  (else
                    (i32.store
                      (i32.const 264)
                      (call $left (call $left (i32.load (i32.const 264)) (local.get $high)) (local.get $word)))
                    (i32.store
                      (i32.const 268)
                      (call $right (call $right (i32.load (i32.const 268)) (local.get $high)) (local.get $word)))
                    (call $keep (f64.convert_i64_u (local.get $value)))
                    (local.set $word (i32.const 0x10001)))))))
          (else
            (local.set $kind (i32.load8_u (local.get $word)))
            (br_if $next (i32.eq (local.get $kind) (i32.const 17)))
            (if (i32.eq (local.get $kind) (i32.const 18)) (then (local.set $plain (i32.const 0))))))
        (local.set $left (call $left (local.get $left) (local.get $word)))
        (local.set $right (call $right (local.get $right) (local.get $word)))
        (br $next)))
    (i32.store (i32.const 256) (call $left (local.get $left) (i32.const 0x10000)))
    (i32.store (i32.const 260) (call $right (local.get $right) (i32.const 0x10000)))
    (local.get $plain))

  ;; Whether the same bytes stand at both places: sixteen at a time, the last of them once more if need be.
  (func $equal (param $one i32) (param $other i32) (param $length i32) (result i32)
    (local $at i32)
    (if (i32.lt_u (local.get $length) (i32.const 16))
      (then
        (loop $byte
          (if (i32.ge_u (local.get $at) (local.get $length)) (then (return (i32.const 1))))
          (if
            (i32.ne
              (i32.load8_u (i32.add (local.get $one) (local.get $at)))
              (i32.load8_u (i32.add (local.get $other) (local.get $at))))
            (then (return (i32.const 0))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $byte))))
    (loop $block
      (if
        (v128.any_true
          (v128.xor
            (v128.load (i32.add (local.get $one) (local.get $at)))
            (v128.load (i32.add (local.get $other) (local.get $at)))))
        (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $block (i32.le_u (i32.add (local.get $at) (i32.const 16)) (local.get $length))))
    (if (i32.eq (local.get $at) (local.get $length)) (then (return (i32.const 1))))
    (local.set $at (i32.sub (local.get $length) (i32.const 16)))
    (i32.eqz
      (v128.any_true
        (v128.xor
          (v128.load (i32.add (local.get $one) (local.get $at)))
          (v128.load (i32.add (local.get $other) (local.get $at)))))))

  ;; Reads the call at $at, if it is the one that is known at $known: the length of what stands in front of its arguments,
  ;; of what stands behind, both. Gives where it ends; 0 if it is another one or $to comes first, -1 if its arguments are
  ;; not plain.
  (func (export "call") (param $at i32) (param $known i32) (param $to i32) (result i32)
    (local $length i32) (local $tail i32) (local $bits i32) (local $open i32) (local $end i32)
    (local.set $length (i32.load (local.get $known)))
    (local.set $tail (i32.load offset=4 (local.get $known)))
    (local.set $open (i32.add (local.get $at) (local.get $length)))
    (if (i32.gt_u (local.get $open) (local.get $to)) (then (return (i32.const 0))))
    (local.set $known (i32.add (local.get $known) (i32.const 8)))
    (if (i32.eqz (call $equal (local.get $at) (local.get $known) (local.get $length)))
      (then (return (i32.const 0))))
    (local.set $known (i32.add (local.get $known) (local.get $length)))
    (local.set $at (local.get $open))
    (block $found
      (loop $look
        (if (i32.ge_u (local.get $at) (local.get $to)) (then (return (i32.const 0))))
        (local.set $bits
          (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (i32.const 0x0a)))))
        (br_if $found (local.get $bits))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $look)))
    ;; The parenthesis stands in front of the newline.
    (local.set $at (i32.sub (i32.add (local.get $at) (i32.ctz (local.get $bits))) (i32.const 1)))
    (local.set $end (i32.add (local.get $at) (local.get $tail)))
    (if
      (i32.or
        (i32.lt_u (local.get $at) (local.get $open))
        (i32.gt_u (local.get $end) (local.get $to)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $equal (local.get $at) (local.get $known) (local.get $tail)))
      (then (return (i32.const 0))))
    (select
      (local.get $end)
      (i32.const -1)
      (call $arguments (local.get $open) (local.get $at)))))
