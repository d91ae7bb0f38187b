package by.pobach.letters;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A letter as RFC 5322 mail: the same words as text and as HTML, and the invitation, for the reader to choose from. */
final class MimeLetter extends MimeMessage {
    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** Refuses an address that is none, or more than one. */
    static MimeLetter of(KeptLetter letter, String from, Session session) throws MessagingException {
        var mail = new MimeLetter(session, letter.messageId());
        mail.setFrom(named(from));
        mail.setRecipient(Message.RecipientType.TO, address(letter.to()));
        mail.setSubject(oneLine(letter.subject()), UTF_8);
        mail.setSentDate(Date.from(letter.postedAt()));
        mail.setContentLanguage(new String[] {letter.language().tag()});
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(parts(letter));
        mail.saveChanges();
        return mail;
    }

    /** The same id however often it is sent, so that a mailbox can tell a repeat. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeMultipart parts(KeptLetter letter) throws MessagingException {
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(letter.words(), "text/plain; charset=UTF-8"));
        if (letter.html() != null) {
            parts.addBodyPart(part(letter.html(), "text/html; charset=UTF-8"));
        }
        var invitation = letter.invitation();
        if (invitation != null) {
            parts.addBodyPart(
                    part(invitation.ics(), "text/calendar; charset=UTF-8; method=" + token(invitation.method())));
        }
        return parts;
    }

    private static MimeBodyPart part(@Nullable String text, String type) throws MessagingException {
        byte[] octets = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(octets, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress named(String from) throws MessagingException {
        try {
            return new InternetAddress(from, "Побач", UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException(UTF_8, impossible);
        }
    }

    private static InternetAddress address(@Nullable String to) throws MessagingException {
        var address = new InternetAddress(to == null ? "" : to, true);
        address.validate();
        return address;
    }

    /** No line end, so no header of somebody else's making. */
    private static String oneLine(@Nullable String subject) {
        return subject == null
                ? ""
                : subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    private static String token(String method) {
        return method.replaceAll("[^A-Z]", "");
    }
}
