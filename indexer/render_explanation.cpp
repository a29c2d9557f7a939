// An explanation as lines of a terminal. Entrance: render_explanation (explain.h).
// Tested by tests/indexer/explanation_test.cpp.
#include <algorithm>
#include <iomanip>
#include <variant>

#include "common/date.h"
#include "common/utf8.h"
#include "indexer/render_explanation.h"

namespace pantau {
namespace {

/// Bytes shown of a block: enough to know it again on the page.
constexpr std::size_t shown_bytes = 90;
constexpr int name_width = 10;

std::string shortened(std::string_view text) {
  if (text.size() <= shown_bytes) return std::string{text};
  return std::string{text.substr(0, utf8_floor(text, shown_bytes))} + "…";
}

void render_value(std::string_view name, std::string_view value, const Provenance& from,
                  std::ostream& out) {
  out << "  " << std::left << std::setw(name_width) << name << (value.empty() ? "none" : value);
  if (!value.empty() && !from.source.empty())
    out << "  (" << from.source << ", " << std::fixed << std::setprecision(2) << from.confidence
        << ')';
  out << '\n';
}

using Block = std::vector<BlockVerdict>::const_iterator;

/// The blocks from `first` on that share its fate, of menus and the like only the beginning.
/// Returns the first block after them.
Block render_run(Block first, Block end, std::ostream& out) {
  constexpr std::ptrdiff_t longest_run = 5, shown = 3;
  const Block last = std::find_if(
      first, end, [&](const BlockVerdict& block) { return block.reason != first->reason; });
  const std::string mark = first->kept ? "  + " : "  - [" + std::string{first->reason} + "] ";
  const bool all = first->kept || last - first <= longest_run;
  for (Block block = first; block != (all ? last : first + shown); ++block)
    out << mark << shortened(block->text) << '\n';
  if (!all) out << mark << "... and " << last - first - shown << " more\n";
  return last;
}

void render_body(const PageExplanation& explanation, std::ostream& out) {
  const auto& blocks = explanation.blocks;
  const auto kept = std::count_if(blocks.begin(), blocks.end(),
                                  [](const BlockVerdict& block) { return block.kept; });
  out << "  " << std::left << std::setw(name_width) << "body" << kept << " of " << blocks.size()
      << " blocks";
  if (!explanation.strategy.empty()) out << ", by " << explanation.strategy;
  if (!explanation.root.empty()) out << ", in \"" << explanation.root << '"';
  out << '\n';
  for (auto block = blocks.begin(); block != blocks.end();)
    block = render_run(block, blocks.end(), out);
}

void render_article(const Article& article, const PageExplanation& explanation, std::ostream& out) {
  out << "  " << std::left << std::setw(name_width) << "article"
      << (explanation.reject_reason.empty() ? "yes" : "no: " + explanation.reject_reason) << '\n';
  render_value("title", article.title, explanation.title, out);
  render_value("date", article.date ? to_iso(*article.date) : "", explanation.date, out);
  render_value("author", article.author, explanation.author, out);
  render_value("outlet", article.outlet, explanation.outlet, out);
  render_value("language", article.language, {}, out);
}

}  // namespace

void render_explanation(const PageExplanation& explanation, const Origin& origin,
                        std::string_view url, std::ostream& out) {
  out << (url.empty() ? origin.file : std::string{url}) << "  (" << origin.file << ':'
      << origin.offset << ")\n";
  if (const auto* skipped = std::get_if<Skipped>(&explanation.result))
    out << "  skipped: " << skipped->kind << '\n';
  else if (const auto* rejected = std::get_if<Rejected>(&explanation.result))
    out << "  rejected: " << rejected->reason << ", " << rejected->detail << '\n';
  else
    render_article(std::get<Article>(explanation.result), explanation, out);
  if (!explanation.blocks.empty()) render_body(explanation, out);
}

}  // namespace pantau
