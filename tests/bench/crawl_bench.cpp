// How fast records are split from their containers, against gzip -dc and zstd -dc.
//
//     crawl_bench FOLDER       makes the files there if they are missing, runs all, prints a table
//     crawl_bench --read FILE  one run of ours: reads every record, decodes no page
//
// Both sides are whole processes, ours and theirs in turn. CPU time is the fairer figure on a
// machine that others use; wall time counts the threads that zstd -dc starts.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/process_cost.h"
#include "tests/indexer/crawl/make_crawl.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t payload_bytes = std::size_t{256} << 20;
constexpr int rounds = 7;  // of each the median is printed

/// Random numbers that are equal in every run.
class Random {
 public:
  /// 0 <= it < 1
  double next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<double>(state_ >> 11U) * 0x1p-53;
  }

 private:
  std::uint64_t state_ = 20210320;
};

/// A page of news as servers send it: words as unequal as a language's, among markup that says the
/// same again and again. Packs four to five times, as crawls do.
std::string make_page(Random& random) {
  std::string page = "<html><head><title>";
  const auto add_words = [&](double count) {
    for (double i = 0; i < count; ++i) {
      auto rank = static_cast<unsigned>(std::pow(random.next(), 4) * 40000);
      for (rank += 20; rank > 0; rank /= 20) {
        page += "bdfgjklmnprstwyhzcvq"[rank % 20];
        page += "aeiou"[rank % 5];
      }
      page += ' ';
    }
  };
  add_words(9);
  page += "</title></head><body>";
  for (double links = 150 + random.next() * 200; links > 0; --links) {
    page += "<li class=\"menu-item menu-item-type-taxonomy\"><a href=\"/news/";
    page += std::to_string(static_cast<int>(random.next() * 1e6));
    page += "/\" class=\"nav-link\">";
    add_words(4);
    page += "</a></li>\n";
  }
  for (double paragraphs = 10 + random.next() * 40; paragraphs > 0; --paragraphs) {
    page += "<p>";
    add_words(50);
    page += "</p>\n";
  }
  return page + "</body></html>";
}

void make_files(const fs::path& folder) {
  fs::create_directories(folder);
  std::ofstream gzip_records{folder / "records.warc.gz", std::ios::binary};
  std::ofstream zstd_records{folder / "records.warc.zst", std::ios::binary};
  Random random;
  std::string all;
  while (all.size() < payload_bytes) {
    const std::string record = warc_html(make_page(random));
    gzip_records << gzip(record);
    zstd_records << zstd(record);
    all += record;
  }
  std::ofstream{folder / "whole.warc.gz", std::ios::binary} << gzip(all);
  std::ofstream{folder / "whole.warc.zst", std::ios::binary} << zstd(all);
  std::ofstream{folder / "size"} << all.size();
}

int read_records(const char* file) {
  const auto reader = open_input(std::make_unique<FileSource>(file), file).reader;
  std::uint64_t records = 0;
  while (reader->next()) ++records;
  return records > 0 ? 0 : 1;
}

/// One line of the table: `file` read by us and by `other`.
void compare(const std::string& self, const fs::path& file, const std::string& other, double mb) {
  std::vector<Cost> ours, theirs;
  for (int round = 0; round < rounds; ++round) {
    ours.push_back(cost_of({self, "--read", file}));
    theirs.push_back(cost_of({other, "-dc", file}));
    if (ours.back().status != 0)
      throw std::runtime_error{"crawl_bench: cannot read " + file.string()};
    if (theirs.back().status != 0) return;
  }
  std::cout << std::left << std::setw(18) << file.filename().string() << std::setw(10)
            << other + " -dc" << std::right << std::fixed;
  for (const auto part : {&Cost::cpu_s, &Cost::wall_s}) {
    const double a = median(ours, part), b = median(theirs, part);
    std::cout << std::setprecision(0) << std::setw(8) << mb / a << std::setw(8) << mb / b
              << std::setprecision(2) << std::setw(6) << b / a << 'x';
  }
  std::cout << std::endl;
}

int run_all(const std::string& self, const fs::path& folder) {
  if (!fs::exists(folder / "size")) make_files(folder);
  double bytes = 0;
  std::ifstream{folder / "size"} >> bytes;
  std::cout
      << bytes / 1e6 << " MB of payload, MB/s, median of " << rounds << " interleaved runs\n"
      << "file              against   CPU: ours  theirs  ratio    wall: ours  theirs  ratio\n";
  compare(self, folder / "records.warc.gz", "gzip", bytes / 1e6);
  compare(self, folder / "whole.warc.gz", "gzip", bytes / 1e6);
  compare(self, folder / "records.warc.zst", "zstd", bytes / 1e6);
  compare(self, folder / "whole.warc.zst", "zstd", bytes / 1e6);
  return 0;
}

}  // namespace
}  // namespace pantau

int main(int argc, char* argv[]) {
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  if (arguments.size() == 2 && arguments[0] == "--read")
    return pantau::read_records(arguments[1].c_str());
  if (arguments.size() == 1) return pantau::run_all(argv[0], arguments[0]);
  std::cerr << "usage: crawl_bench FOLDER\n";
  return 2;
}
