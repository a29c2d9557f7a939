# Usage: page.py [ARTICLES.jsonl [QUERIES.tsv]]: see scripts/bench page. Without articles, the sample's.
# Runs both programs by turns, as a web server would, and prints the mean of CPU time and the peak memory.
import json, os, resource, statistics, subprocess, sys

here = "build/release/bin"
work = "build/bench-page"
runs = 300
os.makedirs(work + "/omega/data", exist_ok=True)


def indexes(articles):
    """Indexes the articles with both programs; Omega gets the texts that pantau-index extracted."""
    subprocess.run([here + "/pantau-index", "--rebuild", "--db", work + "/news.idx", articles],
                   check=False, stderr=subprocess.DEVNULL)
    lines = subprocess.run([here + "/pantau-index", "--extract-only", articles], check=False,
                           capture_output=True).stdout.decode().splitlines()
    with open(work + "/script", "w") as script:
        script.write("url : field=url boolean=Q unique=Q\ntitle : field=title index=S index\n"
                     "text : index field=sample\n")
    with open(work + "/dump", "w") as dump:
        for number, line in enumerate(lines):
            article = json.loads(line)
            text = (article["text"] or "").replace("\n", " ")
            dump.write(f"url={article['url'] or number}\ntitle={article['title'] or ''}\ntext={text}\n\n")
    subprocess.run(["rm", "-rf", work + "/omega/data/default"], check=True)
    subprocess.run(["scriptindex", work + "/omega/data/default", work + "/script", work + "/dump"],
                   check=True, stdout=subprocess.DEVNULL)
    with open(work + "/omega.conf", "w") as config:
        config.write(f"database_dir {os.getcwd()}/{work}/omega/data\n"
                     "template_dir /var/lib/xapian-omega/templates\nlog_dir /tmp\ncdb_dir /tmp\n")
    return len(lines)


def request(program, environment):
    """CPU milliseconds and bytes of one request."""
    pipe, out = os.pipe()
    pid = os.posix_spawn(program, [program], environment, file_actions=[
        (os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_CLOSE, pipe)])
    os.close(out)
    size = 0
    while piece := os.read(pipe, 65536):
        size += len(piece)
    os.close(pipe)
    _, status, usage = os.wait4(pid, 0)
    assert status == 0, f"{program} failed"
    return (usage.ru_utime + usage.ru_stime) * 1000, size


def peak(program, environment):
    """Peak megabytes, by GNU time: a process that Python spawns inherits Python's own peak."""
    text = subprocess.run(["/usr/bin/time", "-f", "%M", program], env=environment,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).stderr.decode()
    return int(text.split()[-1]) / 1024


def main(articles="data/sample/crawl", queries="data/sample/queries.tsv"):
    count = indexes(articles)
    texts = [line.rstrip("\n").split("\t")[1] for line in open(queries, encoding="utf-8")]
    config = {name: f"{work}/{name}.conf" for name in ("facets", "plain")}
    for name, file in config.items():
        with open(file, "w") as out:
            out.write(f"index = {work}/news.idx\nfacets = {'yes' if name == 'facets' else 'no'}\n")
    from urllib.parse import quote_plus
    cgi = f"{here}/pantau.cgi"
    programs = {
        "omega": ("/usr/lib/cgi-bin/omega/omega", {"OMEGA_CONFIG_FILE": f"{work}/omega.conf"}, "DEFAULTOP=or&P="),
        "pantau.cgi": (cgi, {"PANTAU_CONFIG": config["plain"]}, "q="),
        "pantau.cgi with facets": (cgi, {"PANTAU_CONFIG": config["facets"]}, "q="),
    }
    taken = {name: [] for name in programs}
    memory = {}
    for run in range(runs):
        for name, (program, environment, prefix) in programs.items():
            query = prefix + quote_plus(texts[run % len(texts)])
            environment = {**environment, "REQUEST_METHOD": "GET", "SCRIPT_NAME": "/x",
                           "QUERY_STRING": query}
            taken[name].append(request(program, environment))
            if run < len(texts):
                memory[name] = max(memory.get(name, 0), peak(program, environment))
    print(f"{count} articles, {runs} requests each, by turns")
    base = statistics.mean(cpu for cpu, _ in taken["omega"])
    for name, figures in taken.items():
        cpu = statistics.mean(figure[0] for figure in figures)
        print(f"{name:28} {cpu:7.2f} ms CPU  {cpu / base:5.2f}x  peak {memory[name]:6.1f} MB"
              f"  {statistics.mean(f[1] for f in figures) / 1000:6.1f} KB")


main(*sys.argv[1:])
