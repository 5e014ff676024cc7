// Parses the command lines of its standard input, one JSON list a line, with the flags that a first line names by type,
// and prints what pflag set, in order, what it left over, and why it stopped.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/spf13/pflag"
)

type set struct{ Name, Value string }

// noting passes a value on to pflag's own reader of its type, and notes it if that takes it.
type noting struct {
	pflag.Value
	name string
	sets *[]set
}

func (n noting) Set(text string) error {
	if err := n.Value.Set(text); err != nil {
		return err
	}
	*n.sets = append(*n.sets, set{n.name, text})
	return nil
}

// level reads as klog's -v does: in base 10.
type level int64

func (l *level) String() string { return strconv.FormatInt(int64(*l), 10) }
func (l *level) Type() string   { return "Level" }
func (l *level) Set(text string) error {
	v, err := strconv.ParseInt(text, 10, 32)
	*l = level(v)
	return err
}

func register(flags *pflag.FlagSet, name, kind string) {
	switch kind {
	case "bool":
		flags.Bool(name, false, "")
	case "int32":
		flags.Int32(name, 0, "")
	case "duration":
		flags.Duration(name, time.Second, "")
	case "float32":
		flags.Float32(name, 0, "")
	case "Level":
		flags.VarP(new(level), name, "v", "")
	default:
		flags.String(name, "", "")
	}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	lines.Scan()
	var kinds map[string]string
	if err := json.Unmarshal(lines.Bytes(), &kinds); err != nil {
		panic(err)
	}
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var args []string
		if err := json.Unmarshal(lines.Bytes(), &args); err != nil {
			panic(err)
		}
		flags := pflag.NewFlagSet("program", pflag.ContinueOnError)
		flags.SetOutput(os.Stderr)
		flags.Usage = func() {}
		sets := []set{}
		for name, kind := range kinds {
			register(flags, name, kind)
		}
		flags.VisitAll(func(flag *pflag.Flag) { flag.Value = noting{flag.Value, flag.Name, &sets} })
		problem := ""
		if err := flags.Parse(args); err != nil {
			problem = fmt.Sprint(err)
		}
		_ = out.Encode(map[string]any{"sets": sets, "rest": append([]string{}, flags.Args()...), "problem": problem})
	}
}
