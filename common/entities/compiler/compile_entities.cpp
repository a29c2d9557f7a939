// Runs at build time: data/entities/entities.tsv -> the image that the programs carry.
//
//   compile_entities IMAGE TABLE.tsv
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "common/entities/compiler/entity_builder.h"
#include "common/error.h"

namespace {

using pantau::Error;

void compile(const std::vector<std::string>& arguments) {
  if (arguments.size() != 2) throw Error{Error::Kind::usage, "IMAGE TABLE.tsv expected"};
  std::ifstream in{arguments[1], std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (text.empty()) throw Error{Error::Kind::input, "cannot read " + arguments[1]};
  std::ofstream out{arguments[0], std::ios::binary | std::ios::trunc};
  out << pantau::compile_entities(text);
  if (!out.flush()) throw Error{Error::Kind::input, "cannot write " + arguments[0]};
}

}  // namespace

int main(int argc, char* argv[]) try {
  compile({argv + 1, argv + argc});
  return 0;
} catch (const std::exception& error) {
  std::cerr << "compile_entities: " << error.what() << '\n';
  return 2;
}
