package by.pobach;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.FirstAdministrator;
import by.pobach.signin.Passwords;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the person at the terminal that the house is open, where, and how to sign in. The test of one module has this root
 * but not the others, hence the providers.
 */
@Component
class Welcome {
    private final String baseUrl;
    private final String data;
    private final boolean demo;
    private final ObjectProvider<Staff> staff;
    private final ObjectProvider<FirstAdministrator> first;

    Welcome(
            @Value("${pobach.base-url:}") String baseUrl,
            @Value("${pobach.data:}") String data,
            @Value("${pobach.demo:false}") boolean demo,
            ObjectProvider<Staff> staff,
            ObjectProvider<FirstAdministrator> first) {
        this.baseUrl = baseUrl;
        this.data = data;
        this.demo = demo;
        this.staff = staff;
        this.first = first;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        PrintStream terminal = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        terminal.printf("%nПобач / Pobach: %s%n", baseUrl);
        terminal.printf("  data and keys   %s%n", data);
        terminal.printf("  health          %s/health%n", baseUrl);
        if (demo) {
            terminal.printf("  letters         %s/outbox%n", baseUrl);
            coordinator()
                    .ifPresent(email -> terminal.printf(
                            "  staff           %s/sign-in   %s   %s%n", baseUrl, email, Passwords.DEMO));
            terminal.println("  This is an example. Bookings here are not real. Letters stay in a local outbox.");
        } else {
            first.stream()
                    .flatMap(administrator -> administrator.link(baseUrl).stream())
                    .findFirst()
                    .ifPresent(link -> terminal.printf("  first person    %s   (works once, for a day)%n", link));
        }
        terminal.println("  Ctrl-C stops it.");
        terminal.println();
    }

    private Optional<String> coordinator() {
        return staff.stream()
                .flatMap(everyone -> everyone.all().stream())
                .filter(member -> member.is(Role.COORDINATOR))
                .map(StaffMember::email)
                .findFirst();
    }
}
