// Runs all programs of a file with all their inputs and prints a line for each
// bad access: program, input, verdict, lines from the innermost function out;
// at last, which lines have run. A process lives until the first bad access;
// then the next one goes on behind.
#pragma once
#include "Frames.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>

namespace judge {

struct Program {
  void (*run)(unsigned long input);
  unsigned inputs;
};

/// Inputs that say the same again are no news: so many bad ones are enough.
constexpr int EnoughBad = 6;

inline void setTimer(int milliseconds) {
  itimerval timer{};
  timer.it_value.tv_usec = milliseconds * 1000;
  setitimer(ITIMER_PROF, &timer, nullptr);
}

/// All inputs of a small range, or so many of all that there are; and paths
/// instead, which need no input that takes them.
enum class Way { Each, Many, Freely };
inline Way way = Way::Each;
// Of free runs the first ones try all short sequences of decisions.
constexpr int Enumerated = 2048, ManyRuns = 3000, FreeRuns = 6000;

inline void runOne(const Program &program, unsigned input) {
  bits = input < Enumerated ? input : mix(input);
  Frame::top = nullptr;
  try {
    program.run(way == Way::Each ? input : mix(input + 1) >> 8);
  } catch (const OffLimits &) {
  }
}

/// In a process of its own: from the noted program and input to the end.
inline void runFrom(const Program *programs, int count, int only) {
  std::signal(SIGPROF, [](int) { fail(Verdict::Hang); });
  for (; note->program < count; ++note->program, note->input = 0) {
    if (only >= 0 && note->program != only)
      continue;
    const Program &program = programs[note->program];
    setTimer(900);
    for (; note->input < int(program.inputs); ++note->input)
      runOne(program, note->input);
  }
  setTimer(0);
}

inline void printNote() {
  std::printf("%d %d %d", note->program, note->input, int(note->verdict));
  for (int i = 0; i < Note::MaxLines && note->lines[i]; ++i)
    std::printf(" %d", note->lines[i]);
  std::printf("\n");
}

/// Memory that the processes have together.
template <class T> T *shared(int count) {
  return static_cast<T *>(mmap(nullptr, sizeof(T) * count,
                               PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0));
}

/// Arguments: nothing, or `many PROGRAM` or `free PROGRAM` for a closer look.
inline int main(int argc, char **argv, Program *programs, int count) {
  note = shared<Note>(1);
  reached = shared<bool>(MostLines);
  int only = -1;
  if (argc == 3) {
    freely = argv[1][0] == 'f';
    way = freely ? Way::Freely : Way::Many;
    only = std::atoi(argv[2]);
    programs[only].inputs = freely ? FreeRuns : ManyRuns;
  }
  int bad = 0, last = -1;
  while (note->program < count) {
    note->verdict = Verdict::None;
    std::fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
      runFrom(programs, count, only);
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
      break;
    printNote();
    bad = note->program == last ? bad + 1 : 1;
    last = note->program;
    ++note->input;
    if (bad == (freely ? 40 : 1) * EnoughBad ||
        note->verdict == Verdict::Hang) {
      ++note->program;
      note->input = 0;
    }
  }
  std::printf("reached");
  for (int line = 1; line < MostLines; ++line)
    if (reached[line])
      std::printf(" %d", line);
  std::printf("\n");
  return 0;
}

} // namespace judge
