#include "searcher/search/suggestion.h"

#include <vector>

namespace pantau {
namespace {

using Kind = QueryNode::Kind;

/// Replaces words of a tree in place and counts them.
class Corrector {
 public:
  Corrector(Analyzer& analyzer,
            const std::function<std::optional<std::string>(const std::string&)>& correct)
      : analyzer_{analyzer}, correct_{correct} {}

  [[nodiscard]] int corrected() const { return corrected_; }

  void visit(QueryNode& node) {
    const bool is_text = node.field == nullptr || node.field->kind == FieldKind::text;
    if ((node.kind == Kind::word || node.kind == Kind::phrase) && is_text)
      return correct(node.text);
    for (std::size_t i = 0; i < node.children.size(); ++i)
      if (node.kind != Kind::without || i == 0) visit(node.children[i]);
  }

 private:
  /// From the last word to the first, so that the places of the others stay right.
  void correct(std::string& text) {
    const std::vector<Word> words = analyzer_.words(text);
    for (auto word = words.rbegin(); word != words.rend() && corrected_ < max_corrections; ++word) {
      const auto meant = correct_(word->form);
      if (!meant) continue;
      text.replace(word->begin, word->end - word->begin, *meant);
      ++corrected_;
    }
  }

  Analyzer& analyzer_;
  const std::function<std::optional<std::string>(const std::string&)>& correct_;
  int corrected_ = 0;
};

}  // namespace

std::string suggested_query(
    QueryNode root, Analyzer& analyzer,
    const std::function<std::optional<std::string>(const std::string& form)>& correct) {
  Corrector corrector{analyzer, correct};
  corrector.visit(root);
  return corrector.corrected() == 0 ? std::string{} : to_query_text(root);
}

}  // namespace pantau
