// What cutting articles out of their pages costs, beside a parse of the same bytes by libxml2.
//
//     extract_bench FILE...                 CPU time a page, all in turn, and a table
//     extract_bench --without PART FILE...  articles as --extract-only prints them, with one part
//     of
//                                           the method switched off: for the table in
//                                           indexer/extract/README.md
#include <sys/resource.h>
#include <ctime>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <libxml/HTMLparser.h>

#include "indexer/crawl/decode_page.h"
#include "indexer/crawl/open_input.h"
#include "indexer/extract/html_article.h"
#include "indexer/render_json.h"

namespace pantau {
namespace {

constexpr int rounds = 7;  // of each the median is printed

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

double children_seconds() {
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
  const auto seconds = [](const timeval& t) { return double(t.tv_sec) + double(t.tv_usec) * 1e-6; };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// The pages of HTML in the files, decoded.
std::vector<RawPage> read_pages(const std::vector<std::string>& files) {
  std::vector<RawPage> pages;
  for (const std::string& file : files) {
    const auto reader = open_input(std::make_unique<FileSource>(file), file).reader;
    while (auto record = reader->next()) {
      auto* raw = std::get_if<RawPage>(&*record);
      if (raw == nullptr) continue;
      CrawlRecord decoded = decode_page(std::move(*raw), default_max_record_bytes);
      auto* page = std::get_if<RawPage>(&decoded);
      if (page != nullptr && page->kind == PageKind::html) pages.push_back(std::move(*page));
    }
  }
  if (pages.empty()) throw std::runtime_error{"no page of HTML in these files"};
  return pages;
}

void extract(const RawPage& page) {
  static_cast<void>(extract_html(page.bytes, page.url, page.captured));
}

/// libxml2's events, and nobody who listens: the least that parsing with it can cost.
void parse(const RawPage& page) {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElement = [](void*, const xmlChar*, const xmlChar**) {};
  sax.endElement = [](void*, const xmlChar*) {};
  sax.characters = sax.ignorableWhitespace = sax.cdataBlock = [](void*, const xmlChar*, int) {};
  sax.serror = [](void*, xmlErrorPtr) {};
  htmlParserCtxt* parser =
      htmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions(parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET);
  constexpr std::size_t chunk = 8192;
  for (std::size_t at = 0; at < page.bytes.size(); at += chunk)
    htmlParseChunk(parser, page.bytes.data() + at,
                   static_cast<int>(std::min(chunk, page.bytes.size() - at)), 0);
  htmlParseChunk(parser, nullptr, 0, 1);
  htmlFreeParserCtxt(parser);
}

/// The program itself: start, reading and unpacking, extraction, printing.
void run_program(const std::vector<std::string>& files) {
  std::string command = "'" PANTAU_INDEX "' --extract-only --jobs 1";
  for (const std::string& file : files) command += " '" + file + "'";
  if (std::system((command + " >/dev/null 2>&1").c_str()) == -1)
    throw std::runtime_error{"the program cannot be run"};
}

struct Row {
  const char* name;
  std::function<double()> seconds;  ///< of CPU, for all pages
  std::vector<double> took;
};

void measure(const std::vector<std::string>& files) {
  const std::vector<RawPage> pages = read_pages(files);
  double megabytes = 0;
  for (const RawPage& page : pages) megabytes += double(page.bytes.size()) / 1e6;
  const auto over_pages = [&](void (*work)(const RawPage&)) {
    return [&pages, work] {
      const double start = thread_seconds();
      for (const RawPage& page : pages) work(page);
      return thread_seconds() - start;
    };
  };
  std::array rows{Row{"pantau-index --extract-only --jobs 1",
                      [&] {
                        const double start = children_seconds();
                        run_program(files);
                        return children_seconds() - start;
                      },
                      {}},
                  Row{"extraction alone", over_pages(extract), {}},
                  Row{"libxml2 SAX parse alone", over_pages(parse), {}}};
  for (int round = 0; round < rounds; ++round)
    for (Row& row : rows) row.took.push_back(row.seconds());
  std::cout << pages.size() << " pages, " << std::fixed << std::setprecision(1) << megabytes
            << " MB of HTML; CPU time, median and best of " << rounds << " interleaved runs\n\n"
            << std::left << std::setw(40) << ""
            << "ms/page   best   MB/s\n";
  for (Row& row : rows) {
    std::sort(row.took.begin(), row.took.end());
    const double median = row.took[row.took.size() / 2], best = row.took.front();
    std::cout << std::left << std::setw(40) << row.name << std::right << std::setw(7)
              << std::setprecision(2) << median * 1e3 / double(pages.size()) << std::setw(7)
              << best * 1e3 / double(pages.size()) << std::setw(7) << std::setprecision(0)
              << megabytes / median << '\n';
  }
}

/// The method without the part of this name.
HtmlMethod without(const std::string& part) {
  static const std::map<std::string, bool HtmlMethod::*> parts{
      {"names", &HtmlMethod::names},
      {"labels", &HtmlMethod::labels},
      {"density", &HtmlMethod::density},
      {"witness", &HtmlMethod::witness},
      {"lead", &HtmlMethod::lead},
      {"phrases", &HtmlMethod::phrases},
      {"block-rules", &HtmlMethod::block_rules},
      {"teasers", &HtmlMethod::teasers},
      {"structured-data", &HtmlMethod::structured_data}};
  HtmlMethod method;
  if (part == "nothing") return method;
  const auto found = parts.find(part);
  if (found == parts.end()) {
    std::string known;
    for (const auto& [name, member] : parts) known += ' ' + name;
    throw std::runtime_error{"parts: nothing" + known};
  }
  method.*found->second = false;
  return method;
}

void print_without(const std::string& part, const std::vector<std::string>& files) {
  const HtmlMethod method = without(part);
  for (const RawPage& page : read_pages(files)) {
    const HtmlArticle html = extract_html(page.bytes, page.url, page.captured, false, method);
    if (!html.is_article) continue;
    Article article;
    article.url = page.url;
    article.file = page.origin.file;
    article.title = html.title;
    article.date = html.date;
    for (const std::string& name : html.authors)
      article.author += (article.author.empty() ? "" : ", ") + name;
    article.outlet = html.outlet;
    article.text = html.text;
    render_article(article, std::cout);
  }
}

}  // namespace
}  // namespace pantau

int main(int argc, char* argv[]) try {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() > 2 && arguments[0] == "--without")
    pantau::print_without(arguments[1], {arguments.begin() + 2, arguments.end()});
  else if (!arguments.empty() && !arguments[0].starts_with("--"))
    pantau::measure(arguments);
  else
    throw std::runtime_error{"usage: extract_bench [--without PART] FILE..."};
} catch (const std::exception& error) {
  std::cerr << "extract_bench: " << error.what() << '\n';
  return 2;
}
