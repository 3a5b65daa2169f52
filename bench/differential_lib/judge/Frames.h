// Where a generated program is while it runs, and what happens when it reads or
// writes what is gone: the line of each active function is kept in its Frame,
// and the first bad access ends the process after it was noted.
#pragma once
#include <sanitizer/asan_interface.h>
#include <unistd.h>

namespace judge {

/// One active function of the program; L(n) keeps its line up to date.
struct Frame {
  Frame *up;
  int line = 0;
  Frame() : up(top) { top = this; }
  ~Frame() { top = up; }
  Frame(const Frame &) = delete;
  void reach(int number);
  static inline Frame *top = nullptr;
};

/// Nowhere: through a null pointer, which is no matter of handles.
enum class Verdict : int { None, Address, Handle, Hang, Nowhere };

/// What the process that runs the programs tells the one that started it.
struct Note {
  static constexpr int MaxLines = 8;
  int program;
  int input;
  Verdict verdict;
  int lines[MaxLines]; // innermost first, 0 behind the last
};
inline Note *note = nullptr;

/// Which lines have run, in any process.
constexpr int MostLines = 1 << 17;
inline bool *reached = nullptr;
inline void Frame::reach(int number) {
  line = number;
  reached[number] = true;
}

/// Ends the process: the program did something wrong where it is now.
[[noreturn]] inline void fail(Verdict verdict) {
  note->verdict = verdict;
  int count = 0;
  for (Frame *frame = Frame::top; frame && count < Note::MaxLines;
       frame = frame->up)
    note->lines[count++] = frame->line;
  if (count < Note::MaxLines)
    note->lines[count] = 0;
  _exit(1);
}

/// The program left what the experiment is about: it dereferences past the end,
/// or throws. What comes then decides nothing.
struct OffLimits {};

/// Paths instead of inputs: if set, conditions are taken from these bits, one
/// after the other, whatever they say. Behind the last one each is false.
inline bool freely = false;
inline unsigned long bits = 0;
inline bool choose(bool condition) {
  if (!freely)
    return condition;
  bool bit = bits & 1;
  bits >>= 1;
  return bit;
}

/// Numbers in which each bit depends on all bits of the input.
inline unsigned long mix(unsigned long number) {
  number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9ul;
  number = (number ^ (number >> 27)) * 0x94d049bb133111ebul;
  return number ^ (number >> 31);
}

} // namespace judge

/// Line n runs; H is for the heads of loops, whose line runs when a turn ends.
#define L(n) judge_frame.reach(n)
#define H(n) judge_frame.line = (n)

/// AddressSanitizer calls this before it prints its report.
extern "C" void __asan_on_error() {
  bool isNull =
      reinterpret_cast<unsigned long>(__asan_get_report_address()) < 4096;
  judge::fail(isNull ? judge::Verdict::Nowhere : judge::Verdict::Address);
}
