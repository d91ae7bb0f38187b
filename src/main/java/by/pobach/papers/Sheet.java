package by.pobach.papers;

import java.util.List;

/**
 * What stands on a certificate, in its language, in the order in which it is read.
 *
 * @param language BCP 47
 * @param head who issues it, a line each
 * @param facts labels and what stands beside them
 * @param signer the role of whoever signs
 * @param check how a school asks whether we issued it
 */
record Sheet(
        String language,
        String title,
        String number,
        List<String> head,
        String statement,
        List<Fact> facts,
        String signer,
        String signature,
        String check) {

    record Fact(String label, String value) {}
}
