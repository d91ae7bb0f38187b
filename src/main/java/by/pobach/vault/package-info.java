/**
 * What may be read by few: sealed fields, the keys that open them, and files.
 *
 * <p>{@link by.pobach.vault.Vault} seals a text for its owner (a child, a person). Each owner has a key of its own, kept
 * in the database and wrapped by the master key, which lies in a file outside of it. Destroying an owner's key is
 * erasure: whatever it sealed is lost, in old rows and files too. Another master key is put in place while the house
 * runs. Who may open what is decided by the callers.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package by.pobach.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
