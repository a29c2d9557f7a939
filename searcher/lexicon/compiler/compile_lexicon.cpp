// Runs at build time: the glossary and, where it is installed, FreeDict -> the image that the
// programs carry (lexicon_image.h).
//
//   compile_lexicon IMAGE GLOSSARY.tsv... [freedict-eng-ind.index freedict-eng-ind.dict.dz]
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <zlib.h>

#include "common/error.h"
#include "searcher/lexicon/compiler/freedict.h"
#include "searcher/lexicon/compiler/glossary.h"

namespace {

using pantau::Error;

/// FreeDict's text has 1 MB; a file that unpacks to more than this is another.
constexpr std::size_t max_dictionary_bytes = 256 << 20;

std::string read_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (!file.good() && !file.eof()) throw Error{Error::Kind::input, "cannot read " + path};
  return text;
}

/// A .dict.dz is gzip with an index of its own, which gzip's readers skip.
std::string read_gzip(const std::string& path) {
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw Error{Error::Kind::input, "cannot read " + path};
  std::string text;
  std::string block(1 << 16, '\0');
  int read = 0;
  while ((read = gzread(file, block.data(), static_cast<unsigned>(block.size()))) > 0 &&
         text.size() < max_dictionary_bytes)
    text.append(block, 0, static_cast<std::size_t>(read));
  const bool is_whole = gzclose(file) == Z_OK && read == 0;
  if (!is_whole) throw Error{Error::Kind::input, path + " is damaged"};
  return text;
}

void compile(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2)
    throw Error{Error::Kind::usage, "IMAGE GLOSSARY.tsv... [INDEX DICT.DZ] expected"};
  pantau::LexiconBuilder builder;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string& path = arguments[i];
    const bool is_freedict = path.ends_with(".index") && i + 1 < arguments.size();
    const std::vector<pantau::WordPair> pairs =
        is_freedict ? pantau::read_freedict(read_file(path), read_gzip(arguments[++i]))
                    : pantau::read_glossary(read_file(path));
    for (const pantau::WordPair& pair : pairs) builder.add(pair);
  }
  std::ofstream out{arguments[0], std::ios::binary | std::ios::trunc};
  out << builder.image();
  if (!out.flush()) throw Error{Error::Kind::input, "cannot write " + arguments[0]};
}

}  // namespace

int main(int argc, char* argv[]) try {
  compile({argv + 1, argv + argc});
  return 0;
} catch (const std::exception& error) {
  std::cerr << "compile_lexicon: " << error.what() << '\n';
  return 2;
}
