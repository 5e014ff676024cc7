package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"sync"
	"syscall"
	"time"
)

type T struct{ n int }

func (t *T) Work(ch chan int) { <-ch }

func deep(n int) int { return deep(n+1) + 1 }

func waiters() {
	ch := make(chan int)
	t := &T{}
	for i := 0; i < 3; i++ {
		go t.Work(ch)
	}
	var mu sync.Mutex
	mu.Lock()
	go func() { mu.Lock() }()
	go func() { runtime.LockOSThread(); select {} }()
	go func() { time.Sleep(time.Hour) }()
	pprof.Do(context.Background(), pprof.Labels("job", "a b", "q", `x"y`), func(ctx context.Context) { go t.Work(ch) })
	time.Sleep(50 * time.Millisecond)
}

//go:noinline
func stack3() []byte { return debug.Stack() }

func main() {
	switch os.Args[1] {
	case "nil":
		var t *T
		t.n = 3
	case "chain":
		defer func() { panic(fmt.Sprint("third\nwith lines\n\ngoroutine 1 [running]:")) }()
		defer func() { r := recover(); panic(fmt.Errorf("again %v", r)) }()
		panic(errors.New("first\nline 2"))
	case "same":
		defer func() { panic(recover()) }()
		panic("first")
	case "goexit":
		defer func() { panic("in goexit") }()
		runtime.Goexit()
	case "deadgoexit":
		runtime.Goexit()
	case "map":
		m := map[int]int{}
		for i := 0; i < 4; i++ {
			go func() {
				for {
					m[1]++
				}
			}()
		}
		time.Sleep(time.Second)
	case "deadlock":
		<-make(chan int)
	case "overflow":
		deep(0)
	case "quit":
		waiters()
		syscall.Kill(os.Getpid(), syscall.SIGQUIT)
		time.Sleep(time.Second)
	case "abort":
		waiters()
		syscall.Kill(os.Getpid(), syscall.SIGABRT)
		time.Sleep(time.Second)
	case "segv":
		syscall.Kill(os.Getpid(), syscall.SIGSEGV)
		time.Sleep(time.Second)
	case "pprof1", "pprof2":
		waiters()
		pprof.Lookup("goroutine").WriteTo(os.Stdout, int(os.Args[1][5]-'0'))
	case "threads":
		pprof.Lookup("threadcreate").WriteTo(os.Stdout, 1)
	case "fault":
		debug.SetPanicOnFault(false)
		b := (*[1]byte)(nil)
		_ = b
		var p *[1 << 40]byte
		println(p[1<<35])
	case "stackall":
		waiters()
		buf := make([]byte, 1<<16)
		os.Stdout.Write(buf[:runtime.Stack(buf, true)])
	case "stackcut":
		waiters()
		buf := make([]byte, 300)
		os.Stdout.Write(buf[:runtime.Stack(buf, true)])
	case "http":
		var b bytes.Buffer
		s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { var m map[string]int; m["x"] = 1 }))
		s.Config.ErrorLog = log.New(&b, "", log.LstdFlags)
		s.Start()
		http.Get(s.URL)
		s.Close()
		os.Stdout.Write(b.Bytes())
	case "stuck":
		waiters()
		time.Sleep(65 * time.Second)
		buf := make([]byte, 1<<16)
		os.Stdout.Write(buf[:runtime.Stack(buf, true)])
	case "wait":
		waiters()
		select {}
	}
}
