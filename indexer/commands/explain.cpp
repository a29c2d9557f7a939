// Finds the pages to explain in the inputs. Entrance: explain. Tested by
// tests/cli/extract_test.cpp.
#include <filesystem>
#include <memory>
#include <utility>
#include <variant>

#include "common/url.h"
#include "common/utf8.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/reading_run.h"
#include "indexer/crawl/folder_walk.h"
#include "indexer/crawl/open_input.h"
#include "indexer/render_explanation.h"

namespace pantau {
namespace {

class Explainer {
 public:
  Explainer(const IndexOptions& options, std::ostream& out)
      : crawl_{options.crawl}, wanted_{canonical_url(options.explained)}, out_{out} {}

  void read_path(const std::string& input) {
    FolderWalk walk{input};
    while (const auto found = walk.next())
      if (const auto* file = std::get_if<std::filesystem::path>(&*found))
        read_source(std::make_unique<FileSource>(*file), file->string());
  }

  void read_source(std::unique_ptr<ByteSource> source, const std::string& name) {
    const auto reader = open_input(std::move(source), to_valid_utf8(name), crawl_).reader;
    while (auto record = reader->next())
      if (auto* page = std::get_if<RawPage>(&*record)) explain(std::move(*page));
  }

  [[nodiscard]] std::size_t explained() const { return explained_; }

 private:
  void explain(RawPage&& page) {
    if (!wanted_.empty() && canonical_url(page.url) != wanted_) return;
    const Origin origin = page.origin;
    const std::string url = page.url;
    if (explained_++ > 0) out_ << '\n';
    render_explanation(explain_page(std::move(page), crawl_.max_record_bytes), origin, url, out_);
  }

  CrawlOptions crawl_;
  std::string wanted_;  ///< "" wants all pages
  std::ostream& out_;
  std::size_t explained_ = 0;
};

}  // namespace

int explain(const IndexOptions& options, const Console& console) {
  require_inputs(options.inputs);
  Explainer explainer{options, console.out};
  for (const std::string& input : options.inputs) {
    if (input == "-")
      explainer.read_source(std::make_unique<StreamSource>(console.in), "-");
    else
      explainer.read_path(input);
  }
  require_output(console.out);
  return explainer.explained() > 0 ? exit_done : exit_rejected;
}

}  // namespace pantau
