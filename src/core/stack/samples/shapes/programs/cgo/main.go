package main

/*
#include <stdlib.h>
extern void goCallback(int);
static void crash(int n) { if (n == 0) *(volatile int *)8 = 1; else if (n == 1) abort(); else goCallback(n); }
*/
import "C"
import "os"

//export goCallback
func goCallback(n C.int) { panic("in callback") }

func main() {
	switch os.Args[1] {
	case "segv":
		C.crash(0)
	case "abort":
		C.crash(1)
	case "callback":
		C.crash(2)
	}
}
