package luohu.batch;

/**
 * How much batches hold that run at the same time, in bytes of lines and of their answers: each as much as keeps all threads at work,
 * while there is enough for all of them; many share what there is. So memory has one bound, whatever the cores and however many
 * callers read slowly: that, and one line of each batch, without which it would never go on; three times that when all lines are full
 * of faults. Batches that hold nothing take nothing from the others. Safe for use by many threads at once.
 */
final class LookAhead {

    /** What a line counts as while nobody knows the length of its answer: few are longer, and those with many faults three times as long. */
    static final int ANSWER = 20 * 1024;

    /** What all batches hold, at most. */
    private static final long MOST = 24L * 1024 * 1024;

    /** How many packets of a batch are under way for each thread: one evaluated, one waiting so that no thread idles. */
    private static final int AHEAD = 2;

    /** Of so many batches each holds as much as one alone. */
    private static final int FEW = 4;

    private final long alone;
    private final long packet;
    private long held;
    private int holders;

    /**
     * @param threads how many threads are to be kept at work
     */
    LookAhead(int threads) {
        this.alone = Math.min((long) AHEAD * threads * BatchRun.PACKET * ANSWER, MOST / FEW);
        this.packet = Math.max(1, alone / ANSWER / AHEAD / threads) * ANSWER;
    }

    /** As how many bytes a line counts until its answer is there: it is given back when the answer takes its place. */
    static long weight(Line line) {
        return Math.max(ANSWER, line.text().length);
    }

    /** What all batches hold now. */
    synchronized long held() {
        return held;
    }

    /** What one batch holds. */
    final class Share {

        private long own;
        private boolean over;

        /** How many bytes the next packet may have now, the last line of it excepted; none unless over zero. */
        long packet() {
            synchronized (LookAhead.this) {
                long fair = Math.min(alone, FEW * alone / (own > 0 ? holders : holders + 1));
                long room = Math.min(packet, Math.min(fair - own, FEW * alone - held));
                return own > 0 ? room : Math.max(1, room);
            }
        }

        /** So many bytes more are held or, below zero, fewer. */
        void hold(long bytes) {
            synchronized (LookAhead.this) {
                if (!over) {
                    holders -= own > 0 ? 1 : 0;
                    own += bytes;
                    held += bytes;
                    holders += own > 0 ? 1 : 0;
                }
            }
        }

        /** The batch is over, and holds nothing any more, whatever is still evaluated for it. */
        void end() {
            synchronized (LookAhead.this) {
                hold(-own);
                over = true;
            }
        }
    }
}
