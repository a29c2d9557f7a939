#include "common/plain_sentences.h"

#include <array>
#include <cstdint>

namespace pantau {
namespace {

/// Sentence_Break of a character (Unicode Character Database, SentenceBreakProperty.txt).
enum class Class : std::uint8_t {
  unknown,
  other,
  upper,
  lower,
  numeric,
  space,
  full_stop,  ///< ATerm: may also end an abbreviation
  end_mark,   ///< STerm
  close,
  go_on,  ///< SContinue
  line_break,
};

constexpr std::array<Class, 128> ascii_classes() {
  std::array<Class, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c)
    classes[c] = c >= 'A' && c <= 'Z'   ? Class::upper
                 : c >= 'a' && c <= 'z' ? Class::lower
                 : c >= '0' && c <= '9' ? Class::numeric
                                        : Class::other;
  const auto set = [&](std::string_view signs, Class kind) {
    for (const char c : signs) classes[static_cast<unsigned char>(c)] = kind;
  };
  set("\t\v\f ", Class::space);
  set("\"'()[]{}", Class::close);
  set(",-:", Class::go_on);
  set("!?", Class::end_mark);
  set(".", Class::full_stop);
  set("\n\r", Class::line_break);
  return classes;
}

struct Sign {
  Class kind = Class::unknown;
  std::size_t size = 0;
};

/// The character at `at`, which is in the text.
Sign sign_at(std::string_view text, std::size_t at) {
  static constexpr std::array<Class, 128> classes = ascii_classes();
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < classes.size()) return {classes[first], 1};
  const std::string_view sign = text.substr(at, 3);
  for (const std::string_view quote : {"\u2018", "\u2019", "\u201C", "\u201D"})
    if (sign == quote) return {Class::close, quote.size()};
  for (const std::string_view dash : {"\u2013", "\u2014"})
    if (sign == dash) return {Class::go_on, dash.size()};
  return {};
}

/// Goes through one line. Every function returns a place from `at` on, the line's size at the
/// latest.
class SentenceScanner {
 public:
  explicit SentenceScanner(std::string_view line) : line_{line} {}

  [[nodiscard]] bool is_known() const {
    for (std::size_t at = 0; at < line_.size();) {
      const bool ascii = (line_[at] & 0x80) == 0;
      const std::size_t size = ascii ? 1 : sign_at(line_, at).size;
      if (size == 0) return false;
      at += size;
    }
    return true;
  }

  /// The end of the sentence that begins at `at`.
  [[nodiscard]] std::size_t end_of_sentence(std::size_t at) const {
    for (; at < line_.size(); ++at) {
      const char c = line_[at];  // no byte of a larger character looks like a mark
      if (c != '.' && c != '!' && c != '?') continue;
      const Class mark = kind_at(at);
      const bool inside_word = mark == Class::full_stop && goes_on_behind(at);
      const std::size_t next = skip(skip(at + 1, Class::close), Class::space);
      if (!inside_word && ends_before(next, mark)) return skip(next, Class::line_break);
    }
    return at;
  }

 private:
  [[nodiscard]] Class kind_at(std::size_t at) const {
    return at < line_.size() ? sign_at(line_, at).kind : Class::line_break;
  }

  [[nodiscard]] std::size_t skip(std::size_t at, Class kind) const {
    while (at < line_.size() && kind_at(at) == kind) at += sign_at(line_, at).size;
    return at;
  }

  /// SB6, SB7: "3.5", "U.S", where the full stop is `at`.
  [[nodiscard]] bool goes_on_behind(std::size_t at) const {
    const Class next = kind_at(at + 1);
    if (next == Class::numeric || next != Class::upper || at == 0) return next == Class::numeric;
    const char before = line_[at - 1];
    return (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
  }

  /// SB8, SB8a, SB11: does a sentence end before `next`, which follows a full stop or end mark with
  /// what closes it and spaces?
  [[nodiscard]] bool ends_before(std::size_t next, Class mark) const {
    const Class kind = kind_at(next);
    if (kind == Class::go_on || kind == Class::full_stop || kind == Class::end_mark) return false;
    return mark == Class::end_mark || !is_lower_next(next);
  }

  /// Is the next letter a small one, before any other sign that could end a sentence?
  [[nodiscard]] bool is_lower_next(std::size_t at) const {
    for (; at < line_.size(); at += sign_at(line_, at).size) {
      const Class kind = kind_at(at);
      if (kind == Class::lower) return true;
      if (kind == Class::upper || kind == Class::full_stop || kind == Class::end_mark) return false;
    }
    return false;
  }

  std::string_view line_;
};

}  // namespace

bool find_plain_sentence_ends(std::string_view line, std::vector<std::size_t>& ends) {
  const SentenceScanner scanner{line};
  if (!scanner.is_known()) return false;
  for (std::size_t at = 0; at < line.size();) ends.push_back(at = scanner.end_of_sentence(at));
  return true;
}

}  // namespace pantau
