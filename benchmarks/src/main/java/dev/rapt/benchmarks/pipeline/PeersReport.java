package dev.rapt.benchmarks.pipeline;

/** What a frame costs the other libraries. */
final class PeersReport {

    private static final int FRAMES = 240;

    private PeersReport() {}

    /** The first argument says how many frames, 240 without it. */
    static void main(String... arguments) throws Exception {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : FRAMES;
        System.out.println(Machine.described());
        System.out.printf("%n| | what it does | ms a frame | frames a core-second | faces |%n|---|---|---|---|---|%n");
        print(new Footage(), frames);
    }

    static void print(Footage footage, int frames) throws Exception {
        for (Peers.Peer peer : Peers.Peer.values()) {
            Child.Result result = Peers.measure(peer, footage, frames);
            System.out.printf(
                    "| %s | %s | %.1f | %.1f | %.0f %% |%n",
                    peer.label(),
                    peer.does(),
                    result.millisAFrame(),
                    1_000 / result.millisAFrame(),
                    100 * result.scored());
        }
    }
}
