// Fuzzes the whole search page over an index in memory: four lines of input are the query string,
// PATH_INFO, Accept-Language and If-None-Match.
#include <cstdlib>

#include "common/utf8.h"
#include "searcher/page/respond.h"
#include "tests/indexed_articles.h"
#include "tests/searcher/page/page_check.h"

namespace pantau {
namespace {

Xapian::WritableDatabase make_index() {
  Article odd = make_article("<b>", "en", "\"><script>alert(1)</script>", "A deepfake </p> 'x'.");
  odd.outlet = "\u202E&amp;";
  odd.url = "javascript:alert(1)";
  return index_in_memory(
      {make_article("1", "en", "Deepfake rules", "China drafts deepfake rules. It takes effect."),
       make_article("2", "id", "Aturan deepfake", "Aturan deepfake dari Tiongkok mulai berlaku."),
       make_article("3", "zh", "深度合成", "深度合成管理规定。"), odd});
}

std::string next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string line{rest.substr(0, end)};
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

void expect(bool truth) {
  if (!truth) std::abort();
}

}  // namespace

// NOLINTNEXTLINE: libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Xapian::WritableDatabase index = make_index();
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  HttpRequest request;
  request.method = "GET";
  request.query = next_line(rest);
  request.path_info = next_line(rest);
  request.accept_language = next_line(rest);
  request.if_none_match = next_line(rest);
  RequestLog log;
  PageConfig config;
  config.deadline = {};  // a busy machine is no finding
  const PageResponse response = respond(
      request, config, [] { return std::make_unique<IndexReader>(index); }, log);
  expect(is_valid_utf8(serialize(response, false)));
  expect(is_valid_utf8(log_line(log, response, "", 0, true)));
  expect(response.status != 503);
  if (response.type.starts_with("text/html")) expect(what_is_wrong_with(response.body).empty());
  return 0;
}

}  // namespace pantau
