package by.pobach.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** One line to the mail server, open for one round of letters. */
final class MailServer implements AutoCloseable {
    private static final int PERMANENT = 500;

    private final Session session;
    private final Transport transport;
    private final String from;

    private MailServer(Session session, Transport transport, String from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    static MailServer open(URI server, String from) throws MessagingException {
        Session session = session(server, from);
        Transport transport = session.getTransport();
        String[] account = PostSettings.account(server);
        transport.connect(
                server.getHost(),
                server.getPort(),
                account == null ? null : account[0],
                account == null ? null : account[1]);
        return new MailServer(session, transport, from);
    }

    /** A server that is still thinking after this long is hung up on; nobody else takes the letter before. */
    Delivery deliver(KeptLetter letter, Duration atMost) {
        var answer = new AtomicReference<Delivery>(new Delivery.Unknown("slow"));
        Thread dialogue = Thread.ofVirtual().start(() -> answer.set(deliver(letter)));
        try {
            if (!dialogue.join(atMost)) {
                // Interrupting a virtual thread closes the socket it reads from.
                dialogue.interrupt();
                dialogue.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException hurry) {
            dialogue.interrupt();
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }

    private Delivery deliver(KeptLetter letter) {
        try {
            MimeLetter mail = MimeLetter.of(letter, from, session);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Delivery.Taken();
        } catch (AddressException noAddress) {
            return new Delivery.Refused("address");
        } catch (SendFailedException answered) {
            return answered(code(answered));
        } catch (MessagingException broken) {
            return new Delivery.Unknown("line");
        }
    }

    boolean usable() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The letters are already accounted for; a server that does not say goodbye changes nothing.
        }
    }

    private static Delivery answered(int code) {
        if (code <= 0) {
            return new Delivery.Unknown("line");
        }
        return code >= PERMANENT ? new Delivery.Refused("SMTP " + code) : new Delivery.NotNow("SMTP " + code);
    }

    /** The server's own reply code: of the recipient, the sender, or the whole letter. */
    private static int code(MessagingException failure) {
        for (@Nullable Exception at = failure; at instanceof MessagingException part; at = part.getNextException()) {
            switch (part) {
                case SMTPAddressFailedException recipient -> {
                    return recipient.getReturnCode();
                }
                case SMTPSenderFailedException sender -> {
                    // Our own address is refused: that is for the Centre to mend, and every letter can still go later.
                    return Math.min(sender.getReturnCode(), PERMANENT - 1);
                }
                default -> {}
            }
        }
        return failure instanceof SMTPSendFailedException whole ? whole.getReturnCode() : 0;
    }

    static Session session(URI server, String from) {
        String protocol = server.getScheme();
        String mail = "mail." + protocol + ".";
        boolean secret = server.getRawUserInfo() != null;
        boolean local = "localhost".equals(server.getHost()) || "127.0.0.1".equals(server.getHost());
        var properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        properties.put(mail + "from", from);
        properties.put(mail + "auth", String.valueOf(secret));
        properties.put(mail + "starttls.enable", "true");
        properties.put(mail + "starttls.required", String.valueOf(secret && !local && protocol.equals("smtp")));
        properties.put(mail + "ssl.checkserveridentity", "true");
        properties.put(mail + "connectiontimeout", "10000");
        properties.put(mail + "timeout", "30000");
        properties.put(mail + "writetimeout", "30000");
        return Session.getInstance(properties);
    }
}
