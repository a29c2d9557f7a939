#include "searcher/page/interface_words.h"

namespace pantau {
namespace {

constexpr TimeWords time_words{.when = "Waktu",
                               .day = "Sehari terakhir",
                               .week = "Seminggu terakhir",
                               .month = "Sebulan terakhir",
                               .year = "Setahun terakhir",
                               .range = "Antara dua tanggal",
                               .from = "sejak",
                               .to = "sampai",
                               .show = "Tampilkan",
                               .ever = "kapan saja"};

constexpr ReadingWords reading_words{
    .stored_text = "Teks tersimpan",
    .original = "Aslinya",
    .original_at = "Aslinya di",
    .previous = "Hasil sebelumnya",
    .next = "Hasil berikutnya",
    .back = "Kembali ke hasil",
    .captured = "diambil pada",
    .entities = "Tentang",
    .elsewhere = "Berita yang sama di tempat lain",
    .text_off = "Teks artikel tidak ditampilkan di sini.",
    .excerpt = "Ini bagian awalnya; teks lengkapnya tidak ditampilkan di sini.",
    .cut_short = "Hasil perayapan memuat lebih sedikit daripada halaman aslinya.",
    .untitled = "Artikel tanpa judul",
    .gone = "Artikel ini tidak ada, atau tidak ada lagi, dalam indeks.",
    .cite = "Kutip"};

constexpr NoteWords note_words{
    .open_quote = "Sebuah tanda kutip tidak ditutup; ditutup di akhir.",
    .empty_quotes = "Tidak ada apa pun di antara dua tanda kutip; keduanya diabaikan.",
    .open_bracket = "Sebuah tanda kurung tidak ditutup; ditutup di akhir.",
    .lone_bracket = "Sebuah kurung tutup tidak punya kurung buka; diabaikan.",
    .empty_brackets = "Tidak ada apa pun di antara dua tanda kurung; keduanya diabaikan.",
    .too_many_words = "Pertanyaannya terlalu banyak kata; kata-kata terakhir diabaikan.",
    .near_number = "Setelah NEAR/ harus ada angka, dari 1 sampai 100.",
    .lone_operator =
        "AND, OR, NOT, dan NEAR berdiri di antara kata; di sini satu dibaca sebagai kata.",
    .no_such_field = "“%” bukan ruas di sini; dibaca sebagai teks.",
    .no_value = "Sebuah ruas tidak berisi; dibaca sebagai teks.",
    .no_date =
        "“%” bukan tanggal seperti 2021, 2021-03, 2021-03-20, atau 2021..2022; dibaca sebagai "
        "teks.",
    .too_deep = "Terlalu banyak tanda kurung bersarang; yang terdalam diabaikan.",
    .too_long = "Pertanyaannya terlalu panjang; kata-kata terakhir diabaikan.",
    .no_such_entity =
        "Tidak ada perusahaan, lembaga, aturan, atau negara yang dikenal di sini sebagai “%”.",
    .many_forms = "Kata dengan * mewakili terlalu banyak kata; hanya yang pertama yang dicari.",
    .at_most = "Masih ada kesalahan lain dalam pertanyaannya."};

constexpr AddressWords address_words{
    .page = "Halaman adalah angka seperti 2, bukan “%”.",
    .date = "Tanggal ditulis 2021, 2021-03, atau 2021-03-20; “%” bukan tanggal.",
    .choice = "“%” bukan pilihan yang ada di sini.",
    .language = "Bahasa adalah kode seperti en atau id; “%” bukan kode bahasa.",
    .filters = "Terlalu banyak saringan sejenis; “%” sudah berlebih."};

constexpr HelpWords help_words{
    .link = "Tentang dan bantuan",
    .title = "Apa yang ada di sini, dan cara bertanya",
    .contents = "Apa yang ada di sini",
    .last_fed = "Terakhir ditambah pada",
    .from_to = "terbit sejak",
    .all_outlets = "Semua media",
    .ask = "Cara bertanya",
    .words_rule =
        "Kata-kata biasa mencari yang memuat sebagian besarnya, dalam bahasa Inggris dan "
        "Indonesia sekaligus. “Semua kata” hanya mencari yang memuat semuanya, “Seperti ditulis” "
        "tidak mencari dalam bahasa yang lain.",
    .subscribe = "Berlangganan",
    .subscribe_how =
        "Setiap pencarian adalah umpan: tautan Atom dan RSS di bawah hasilnya membawa yang baru "
        "ke pembaca umpan, dengan semua saringannya. Pencarian seminggu terakhir tetap demikian.",
    .cite = "Mengutip dan mengunduh",
    .cite_how =
        "Di bawah hasil, jawabannya dapat dibawa sebagai tabel (CSV), untuk pengelola pustaka "
        "(BibTeX, RIS), dan untuk program (JSON, JSON Lines). Halaman artikel menyediakannya "
        "untuk artikel itu saja, dengan alamat yang tetap.",
    .programs = "Untuk program",
    .programs_how = "Setiap pencarian menjawab dalam JSON bila alamatnya ditambah f=json.",
    .examples = {"kata mana pun, dalam kedua bahasa", "kata-kata berdampingan dan berurutan",
                 "kedua kata", "kata yang satu atau yang lain", "yang harus ada, yang tidak boleh",
                 "kata-kata yang berdekatan", "semua kata yang berawal begitu", "dalam judul",
                 "tentang perusahaan, lembaga, aturan, atau negara", "dari suatu media",
                 "dari suatu alamat", "dalam suatu bahasa, dari hari-hari tertentu"}};

constexpr InterfaceWords words{
    .code = "id",
    .search = "Cari",
    .search_box = "Cari artikel",
    .skip = "Langsung ke hasil",
    .tagline = "Berita tentang aturan teknologi, dalam bahasa Inggris dan Indonesia sekaligus.",
    .examples = "Cobalah",
    .example_notes = {"kata mana pun, dalam kedua bahasa", "sebaliknya juga bisa",
                      "frasa, dalam artikel berbahasa Inggris", "dalam judul",
                      "tentang suatu lembaga, dari tahun-tahun ini"},
    .results = "Hasil",
    .about = "sekitar",
    .of = "dari",
    .article = "artikel",
    .articles = "artikel",
    .page = "halaman",
    .of_them = "di antaranya",
    .and_others = "dan",
    .with_some_words = "yang memuat sebagian kata",
    .some_words_only = "Yang berikut hanya memuat sebagian kata",
    .nothing = "Tidak ada hasil untuk",
    .nothing_help =
        "Periksa ejaannya, pakai kata yang lebih sedikit atau lebih umum, atau bertanyalah dalam "
        "bahasa yang lain.",
    .without = "Tanpa",
    .no_word = "Tidak ada artikel di sini yang memuat",
    .past_end = "Tidak ada hasil lagi.",
    .first_page = "Ke halaman pertama",
    .more = "lagi",
    .filters = "Persempit pencarian",
    .remove = "Hapus saringan:",
    .clear = "Hapus semua saringan",
    .languages = "Bahasa",
    .outlets = "Media",
    .entities = "Tentang",
    .others = "media lain",
    .every = "Semuanya",
    .by_count = "Menurut jumlah artikel",
    .by_name = "Menurut nama",
    .sort = "Urutan",
    .relevance = "Paling sesuai",
    .recent = "Sesuai dan baru",
    .newest = "Terbaru",
    .oldest = "Terlama",
    .all_words = "Semua kata",
    .any_word = "Kata mana pun",
    .as_typed = "Seperti ditulis",
    .previous = "Sebelumnya",
    .next = "Berikutnya",
    .pages = "Halaman hasil",
    .did_you_mean = "Maksud Anda",
    .copy = "salinan serupa",
    .copies = "salinan serupa",
    .undated = "tanpa tanggal",
    .show_copies = "Tampilkan salinan satu per satu",
    .fold_copies = "Lipat salinan serupa",
    .similar = "Yang serupa",
    .similar_to = "Serupa dengan",
    .matched = "Kata yang cocok",
    .stopped = "Pencarian terlalu lama; inilah yang terbaik dari yang sempat dibaca.",
    .feeds = "Langganan:",
    .download = "Unduh:",
    .in_other_language = "English",
    .undetermined = "bahasa tidak diketahui",
    .problem = "Tidak berhasil",
    .not_found = "Halaman itu tidak ada di sini.",
    .wrong_method = "Halaman ini hanya dapat dibaca.",
    .long_address = "Alamatnya terlalu panjang.",
    .unavailable = "Pencarian sedang tidak tersedia. Silakan coba lagi sebentar lagi.",
    .nothing_asked = "Tidak ada yang ditanyakan: q tidak ada.",
    .back = "Kembali ke pencarian",
    .time = time_words,
    .reading = reading_words,
    .notes = note_words,
    .address = address_words,
    .help = help_words,
    .month_names = {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
                    "September", "Oktober", "November", "Desember"}};

}  // namespace

const InterfaceWords& indonesian_words() {
  return words;
}

}  // namespace pantau
