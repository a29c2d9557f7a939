// Usage: java IndexLucene DIRECTORY THREADS FEED.jsonl
// What pantau-index does, as a user of Lucene would: words with positions, stemmed by the article's language,
// the title apart, everything stored, and all merged into one segment. The yardstick of scripts/bench index.
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

public final class IndexLucene {
    /** Fields are named text.en, title.id and so on; no stop words, as in Pantau. */
    static final class ByLanguage extends DelegatingAnalyzerWrapper {
        private final Analyzer english = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
        private final Analyzer indonesian = new IndonesianAnalyzer(CharArraySet.EMPTY_SET);
        private final Analyzer standard = new StandardAnalyzer();

        ByLanguage() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return field.endsWith(".en") ? english : field.endsWith(".id") ? indonesian : standard;
        }
    }

    /** A flat JSON object of strings, as the generator writes it. */
    static Map<String, String> parse(String line) {
        Map<String, String> fields = new HashMap<>();
        int[] at = {0};
        for (String key = next(line, at); key != null; key = next(line, at)) fields.put(key, next(line, at));
        return fields;
    }

    static String next(String line, int[] at) {
        int i = line.indexOf('"', at[0]);
        if (i < 0) return null;
        StringBuilder text = new StringBuilder();
        for (i++; line.charAt(i) != '"'; i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            c = line.charAt(++i);
            if (c == 'u') {
                text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                text.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
            }
        }
        at[0] = i + 1;
        return text.toString();
    }

    static Document document(Map<String, String> article) {
        String language = article.get("lang");
        Document document = new Document();
        for (String name : new String[] {"url", "lang", "date"})
            document.add(new StringField(name, article.get(name), Field.Store.YES));
        for (String name : new String[] {"date", "lang", "outlet"})
            document.add(new SortedDocValuesField(name + ".sort", new BytesRef(article.get(name))));
        for (String name : new String[] {"author", "outlet"})
            document.add(new TextField(name, article.get(name), Field.Store.YES));
        for (String name : new String[] {"title", "text"}) {
            document.add(new TextField(name + "." + language, article.get(name), Field.Store.NO));
            document.add(new StoredField(name, article.get(name)));
        }
        return document;
    }

    public static void main(String[] arguments) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new ByLanguage());
        config.setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(Path.of(arguments[0])), config);
                BufferedReader feed = Files.newBufferedReader(Path.of(arguments[2]), StandardCharsets.UTF_8)) {
            Thread[] threads = new Thread[Integer.parseInt(arguments[1])];
            for (int i = 0; i < threads.length; i++) {
                threads[i] = new Thread(() -> {
                    try {
                        for (;;) {
                            String line;
                            synchronized (feed) {
                                line = feed.readLine();
                            }
                            if (line == null) return;
                            writer.addDocument(document(parse(line)));
                        }
                    } catch (java.io.IOException error) {
                        throw new java.io.UncheckedIOException(error);
                    }
                });
                threads[i].start();
            }
            for (Thread thread : threads) thread.join();
            writer.forceMerge(1);
            writer.commit();
        }
    }
}
