package luohu.batch;

/**
 * The output for some lines of a batch that follow each other.
 *
 * @param text a line of output for each, line ends included
 * @param tally what became of them
 * @param last the last of them
 */
record Answered(byte[] text, Tally tally, Line last) {}
