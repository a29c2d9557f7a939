// Fuzzes containers: gzip members, zstd frames, and what lies between them.
#include "indexer/crawl/container.h"
#include "tests/fuzz/read_everything.h"

// NOLINTNEXTLINE: libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pantau;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  for (const std::size_t room : {std::size_t{7}, std::size_t{1} << 16}) {
    std::istringstream stream{std::string{bytes}};
    const auto container = make_container(std::make_unique<StreamSource>(stream));
    std::string to(room, '\0');
    std::uint64_t member = 0;
    for (std::size_t left = std::size_t{1} << 20; left > 0; --left) {
      const Piece piece = container->read(to);
      expect(piece.size <= to.size() && piece.offset <= size);
      expect((piece.kind == Piece::Kind::bytes) == (piece.size > 0));
      if (piece.kind == Piece::Kind::end) break;
      if (piece.kind != Piece::Kind::member) continue;
      expect(piece.offset >= member);
      member = piece.offset;
    }
  }
  read_everything(bytes, InputFormat::automatic);
  return 0;
}
