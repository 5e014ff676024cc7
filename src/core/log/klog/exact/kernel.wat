;; The inner loop of exact-lines.ts, which says what it is for. `node scripts/kernel.ts` assembles it into kernel.ts.
;;
;; Memory: what the caller puts there. In front of the text stand some bytes, behind it sixteen at least.
(module
  (memory (export "memory") 1)

  ;; The hash of the source, as place-hash.ts makes it: of the header that was read last.
  (global $source (mut i32) (i32.const 0))

  ;; Who speaks behind the prefix that was read last: `o` of stdout, `e` of stderr, 0 of nobody that is named.
  (global $stream (mut i32) (i32.const 0))

  (func $is (param $at i32) (param $code i32) (result i32)
    (i32.eq (i32.load8_u (local.get $at)) (local.get $code)))

  (func $is_digit (param $at i32) (result i32)
    (i32.lt_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)) (i32.const 10)))

  ;; Whether two digits stand at $at whose number lies within both bounds.
  (func $is_pair (param $at i32) (param $least i32) (param $most i32) (result i32)
    (local $tens i32) (local $ones i32)
    (local.set $tens (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
    (local.set $ones (i32.sub (i32.load8_u offset=1 (local.get $at)) (i32.const 48)))
    (i32.and
      (i32.and
        (i32.lt_u (local.get $tens) (i32.const 10))
        (i32.lt_u (local.get $ones) (i32.const 10)))
      (i32.le_u
        (i32.sub
          (i32.add (i32.mul (local.get $tens) (i32.const 10)) (local.get $ones))
          (local.get $least))
        (i32.sub (local.get $most) (local.get $least)))))

  ;; Behind so many digits; no further than the first other character.
  (func $digits_end (param $at i32) (param $count i32) (result i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (br_if $done (i32.eqz (call $is_digit (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))
    (local.get $at))

  ;; `hh:mm:ss.` with a leap second.
  (func $is_clock (param $at i32) (result i32)
    (i32.and
      (i32.and
        (i32.and
          (call $is_pair (local.get $at) (i32.const 0) (i32.const 23))
          (call $is (i32.add (local.get $at) (i32.const 2)) (i32.const 0x3a)))
        (i32.and
          (call $is_pair (i32.add (local.get $at) (i32.const 3)) (i32.const 0) (i32.const 59))
          (call $is (i32.add (local.get $at) (i32.const 5)) (i32.const 0x3a))))
      (i32.and
        (call $is_pair (i32.add (local.get $at) (i32.const 6)) (i32.const 0) (i32.const 60))
        (call $is (i32.add (local.get $at) (i32.const 8)) (i32.const 0x2e)))))

  ;; `mm-dd` if $between is the hyphen's width, `mmdd` if it is 0.
  (func $is_day (param $at i32) (param $between i32) (result i32)
    (i32.and
      (call $is_pair (local.get $at) (i32.const 1) (i32.const 12))
      (call $is_pair
        (i32.add (i32.add (local.get $at) (i32.const 2)) (local.get $between))
        (i32.const 1)
        (i32.const 31))))

  ;; A step of FNV-1a.
  (func $hashed (param $hash i32) (param $value i32) (result i32)
    (i32.mul (i32.xor (local.get $hash) (local.get $value)) (i32.const 0x01000193)))

  (func $is_severity (param $code i32) (result i32)
    (i32.or
      (i32.or
        (i32.eq (local.get $code) (i32.const 0x49))
        (i32.eq (local.get $code) (i32.const 0x57)))
      (i32.or
        (i32.eq (local.get $code) (i32.const 0x45))
        (i32.eq (local.get $code) (i32.const 0x46)))))

  ;; Whether a header stands at the start of [$at, $to): `Lmmdd hh:mm:ss.uuuuuu pid file:line]`.
  (func $is_header (param $at i32) (param $to i32) (result i32)
    (local $from i32) (local $code i32) (local $hash i32) (local $line i32)
    (if (i32.lt_s (i32.sub (local.get $to) (local.get $at)) (i32.const 40)) (then (return (i32.const 0))))
    (if (i32.eqz (call $is_severity (i32.load8_u (local.get $at)))) (then (return (i32.const 0))))
    (if (i32.eqz (call $is_day (i32.add (local.get $at) (i32.const 1)) (i32.const 0)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $is (i32.add (local.get $at) (i32.const 5)) (i32.const 0x20)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $is_clock (i32.add (local.get $at) (i32.const 6)))) (then (return (i32.const 0))))
    (if
      (i32.ne
        (call $digits_end (i32.add (local.get $at) (i32.const 15)) (i32.const 6))
        (i32.add (local.get $at) (i32.const 21)))
      (then (return (i32.const 0))))
    ;; The process, right-aligned.
    (local.set $at (i32.add (local.get $at) (i32.const 21)))
    (if (i32.eqz (call $is (local.get $at) (i32.const 0x20))) (then (return (i32.const 0))))
    (loop $blank
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $blank (call $is (local.get $at) (i32.const 0x20))))
    (local.set $from (local.get $at))
    (local.set $at (call $digits_end (local.get $at) (i32.const 9)))
    (if (i32.eq (local.get $at) (local.get $from)) (then (return (i32.const 0))))
    (if (i32.eqz (call $is (local.get $at) (i32.const 0x20))) (then (return (i32.const 0))))
    ;; The file's name, up to a colon.
    (local.set $hash (i32.const 0x811c9dc5))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (local.set $from (local.get $at))
    (block $named
      (loop $name
        (local.set $code (i32.load8_u (local.get $at)))
        (br_if $named (i32.eq (local.get $code) (i32.const 0x3a)))
        (if (i32.le_u (local.get $code) (i32.const 0x20)) (then (return (i32.const 0))))
        (if (i32.gt_u (i32.sub (local.get $at) (local.get $from)) (i32.const 300))
          (then (return (i32.const 0))))
        (local.set $hash (call $hashed (local.get $hash) (local.get $code)))
        (if (i32.eq (local.get $code) (i32.const 0x2f)) (then (local.set $hash (i32.const 0x811c9dc5))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $name)))
    (if (i32.eq (local.get $at) (local.get $from)) (then (return (i32.const 0))))
    ;; The number of the source line.
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (local.set $from (local.get $at))
    (local.set $at (call $digits_end (local.get $at) (i32.const 6)))
    (if (i32.eq (local.get $at) (local.get $from)) (then (return (i32.const 0))))
    (if (i32.ge_u (local.get $at) (local.get $to)) (then (return (i32.const 0))))
    (if (i32.eqz (call $is (local.get $at) (i32.const 0x5d))) (then (return (i32.const 0))))
    (loop $digit
      (local.set $line
        (i32.add
          (i32.mul (local.get $line) (i32.const 10))
          (i32.sub (i32.load8_u (local.get $from)) (i32.const 48))))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (br_if $digit (i32.lt_u (local.get $from) (local.get $at))))
    (global.set $source (call $hashed (local.get $hash) (local.get $line)))
    (i32.const 1))

  ;; Behind `Z` or `+01:00`; 0 if neither stands at $at.
  (func $zone_end (param $at i32) (result i32)
    (if (call $is (local.get $at) (i32.const 0x5a))
      (then (return (i32.add (local.get $at) (i32.const 1)))))
    (if
      (i32.eqz
        (i32.or
          (call $is (local.get $at) (i32.const 0x2b))
          (call $is (local.get $at) (i32.const 0x2d))))
      (then (return (i32.const 0))))
    (select
      (i32.add (local.get $at) (i32.const 6))
      (i32.const 0)
      (i32.and
        (i32.and
          (call $is_pair (i32.add (local.get $at) (i32.const 1)) (i32.const 0) (i32.const 14))
          (call $is (i32.add (local.get $at) (i32.const 3)) (i32.const 0x3a)))
        (call $is_pair (i32.add (local.get $at) (i32.const 4)) (i32.const 0) (i32.const 59)))))

  ;; Behind `2026-11-21T08:18:33.966400123Z `, and `stderr F ` if it follows; 0 if neither stands at $at whole. No look leaves
  ;; the line by more than a few bytes: its end is no digit.
  (func $prefix_end (param $at i32) (result i32)
    (global.set $stream (i32.const 0))
    (if
      (i32.ne
        (call $digits_end (local.get $at) (i32.const 4))
        (i32.add (local.get $at) (i32.const 4)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $is (i32.add (local.get $at) (i32.const 4)) (i32.const 0x2d)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $is_day (i32.add (local.get $at) (i32.const 5)) (i32.const 1)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $is (i32.add (local.get $at) (i32.const 7)) (i32.const 0x2d)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $is (i32.add (local.get $at) (i32.const 10)) (i32.const 0x54)))
      (then (return (i32.const 0))))
    (if (i32.eqz (call $is_clock (i32.add (local.get $at) (i32.const 11)))) (then (return (i32.const 0))))
    (if
      (i32.ne
        (call $digits_end (i32.add (local.get $at) (i32.const 20)) (i32.const 9))
        (i32.add (local.get $at) (i32.const 29)))
      (then (return (i32.const 0))))
    (local.set $at (call $zone_end (i32.add (local.get $at) (i32.const 29))))
    (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
    (if (i32.eqz (call $is (local.get $at) (i32.const 0x20))) (then (return (i32.const 0))))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    ;; `std`, then `out ` or `err `.
    (if (i32.ne (i32.and (i32.load (local.get $at)) (i32.const 0xffffff)) (i32.const 0x647473))
      (then (return (local.get $at))))
    (if
      (i32.eqz
        (i32.or
          (i32.eq (i32.load offset=3 (local.get $at)) (i32.const 0x2074756f))
          (i32.eq (i32.load offset=3 (local.get $at)) (i32.const 0x20727265))))
      (then (return (local.get $at))))
    (global.set $stream (i32.load8_u offset=3 (local.get $at)))
    (select
      (i32.add (local.get $at) (i32.const 9))
      (i32.const 0)
      (i32.eq (i32.load16_u offset=7 (local.get $at)) (i32.const 0x2046))))

  ;; Reads the lines of [$from, $to) one behind the other, as long as each ends there, is exact, and has the stream of the
  ;; first. Of each five numbers are written to $out: where the next one starts, where its header does, the hash of its
  ;; source, the letter of its severity, and where the first `&` stands, or 0. Gives how many lines.
  (func (export "lines") (param $from i32) (param $to i32) (param $out i32) (result i32)
    (local $at i32) (local $block v128) (local $ends v128) (local $others v128) (local $entities v128)
    (local $end_bits i32) (local $front i32) (local $entity i32) (local $start i32) (local $count i32)
    (local $stream i32)
    (block $done
      (loop $line
        (local.set $at (local.get $from))
        (local.set $entity (i32.const 0))
        (block $ended
          (loop $look
            (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
            (br_if $done (i32.gt_u (i32.sub (local.get $at) (local.get $from)) (i32.const 4096)))
            (local.set $block (v128.load (local.get $at)))
            (local.set $ends (i8x16.eq (local.get $block) (i8x16.splat (i32.const 0x0a))))
            ;; `\\`, the escape, and what is none of ASCII.
            (local.set $others
              (v128.or
                (v128.or
                  (i8x16.eq (local.get $block) (i8x16.splat (i32.const 0x5c)))
                  (i8x16.eq (local.get $block) (i8x16.splat (i32.const 0x1b))))
                (i8x16.lt_s (local.get $block) (i8x16.splat (i32.const 0)))))
            (local.set $entities (i8x16.eq (local.get $block) (i8x16.splat (i32.const 0x26))))
            (if
              (v128.any_true
                (v128.or (v128.or (local.get $ends) (local.get $others)) (local.get $entities)))
              (then
                (local.set $end_bits (i8x16.bitmask (local.get $ends)))
                ;; The bytes in front of the end.
                (local.set $front
                  (i32.and
                    (i32.sub (local.get $end_bits) (i32.const 1))
                    (i32.xor (local.get $end_bits) (i32.const -1))))
                (br_if $done (i32.and (i8x16.bitmask (local.get $others)) (local.get $front)))
                (if
                  (i32.and
                    (i32.eqz (local.get $entity))
                    (i32.ne
                      (i32.and (i8x16.bitmask (local.get $entities)) (local.get $front))
                      (i32.const 0)))
                  (then
                    (local.set $entity
                      (i32.add
                        (local.get $at)
                        (i32.ctz (i8x16.bitmask (local.get $entities)))))))
                (if (local.get $end_bits)
                  (then
                    (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $end_bits))))
                    (br $ended)))))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (br $look)))
        (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
        (br_if $done (i32.gt_u (i32.sub (local.get $at) (local.get $from)) (i32.const 4096)))
        ;; Cut at its end, or of Windows.
        (br_if $done (i32.le_u (i32.load8_u (i32.sub (local.get $at) (i32.const 1))) (i32.const 0x20)))
        (br_if $done (call $is (i32.sub (local.get $at) (i32.const 1)) (i32.const 0x3a)))
        (local.set $start (local.get $from))
        (global.set $stream (i32.const 0))
        (if (call $is_digit (local.get $from))
          (then
            (local.set $start (call $prefix_end (local.get $from)))
            (br_if $done (i32.eqz (local.get $start)))))
        (br_if $done (i32.eqz (call $is_header (local.get $start) (local.get $at))))
        (if (i32.eqz (local.get $count)) (then (local.set $stream (global.get $stream))))
        (br_if $done (i32.ne (local.get $stream) (global.get $stream)))
        (local.set $from (i32.add (local.get $at) (i32.const 1)))
        (i32.store (local.get $out) (local.get $from))
        (i32.store offset=4 (local.get $out) (local.get $start))
        (i32.store offset=8 (local.get $out) (global.get $source))
        (i32.store offset=12 (local.get $out) (i32.load8_u (local.get $start)))
        (i32.store offset=16 (local.get $out) (local.get $entity))
        (local.set $out (i32.add (local.get $out) (i32.const 20)))
        (local.set $count (i32.add (local.get $count) (i32.const 1)))
        (br $line)))
    (local.get $count)))
