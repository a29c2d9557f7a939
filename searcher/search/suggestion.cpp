#include "searcher/search/suggestion.h"

#include <algorithm>
#include <vector>

#include "common/utf8.h"

namespace pantau {
namespace {

using Kind = QueryNode::Kind;
using Correct = std::function<std::optional<std::string>(const std::string& form)>;

/// What is in the query from byte `begin` to `end`, and what should.
struct Edit {
  std::size_t begin, end;
  std::string meant;
};

class Corrector {
 public:
  Corrector(std::string_view query, Analyzer& analyzer, const Correct& correct)
      : query_{query}, analyzer_{analyzer}, correct_{correct} {}

  void visit(const QueryNode& node) {
    const bool is_text = node.field == nullptr || node.field->kind == FieldKind::text;
    if ((node.kind == Kind::word || node.kind == Kind::phrase) && is_text) correct_leaf(node);
    for (std::size_t i = 0; i < node.children.size(); ++i)
      if (node.kind != Kind::without || i == 0) visit(node.children[i]);
  }

  /// The query with all edits made; "" without any.
  [[nodiscard]] std::string corrected() {
    if (edits_.empty()) return {};
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
    std::string text{query_};
    for (const Edit& edit : edits_) text.replace(edit.begin, edit.end - edit.begin, edit.meant);
    return text;
  }

 private:
  void correct_leaf(const QueryNode& leaf) {
    const std::size_t at = after_characters(query_, 0, std::max<std::size_t>(leaf.column, 1) - 1);
    if (query_.substr(at, leaf.text.size()) != leaf.text) return;  // it had escapes
    const std::vector<Word> words = analyzer_.words(leaf.text);
    for (const Word& word : words) {
      if (edits_.size() == max_corrections) return;
      if (auto meant = correct_(word.form))
        edits_.push_back({at + word.begin, at + word.end, std::move(*meant)});
    }
  }

  std::string_view query_;
  Analyzer& analyzer_;
  const Correct& correct_;
  std::vector<Edit> edits_;
};

}  // namespace

std::string suggested_query(std::string_view query, const QueryNode& root, Analyzer& analyzer,
                            const Correct& correct) {
  if (query.size() > max_suggested_query) return {};
  Corrector corrector{query, analyzer, correct};
  corrector.visit(root);
  return corrector.corrected();
}

}  // namespace pantau
