/**
 * The equations of a field-tunable synapse, one device at a time, in plain double.
 *
 * <p>A magneto-ionic device holds an analogue value that voltage pulses raise (potentiation) or
 * lower (depression). At low field depression is exponential in the pulse number; at higher field
 * it becomes linear [1]. This package says what that means. It is written to be read with the paper
 * in hand and to be compared with; nothing in it is fast. Start with {@link
 * io.github.remanence.reference.ExponentialResponse}, then {@link
 * io.github.remanence.reference.ReferenceDevice}, then {@link
 * io.github.remanence.reference.FieldLaw}.
 *
 * <h2>Equations</h2>
 *
 * <pre>
 *   K(nu)        = 1 - exp(-nu)
 *   q(n; nu, P)  = (1 - exp(-nu |n| / P)) / (1 - exp(-nu))            q = |n| / P  at nu = 0
 *
 *   potentiation   u' = u + q (1 - K u)
 *   depression     u' = u - q (exp(-nu) + K u)
 *   then           u' = clamp(u', 0, 1)
 *
 *   curve          u = f(x) = 1 - q(x)                                depression from u = 1
 *   coordinate     x = f^-1(u) = -(P / nu) ln(1 - K (1 - u))          x = P (1 - u)  at nu = 0
 *
 *   field law      nu(s), Gmin(s), R(s)  linear in s, 0 &lt;= s &lt;= 1
 *   field          s(H) = min(|H|/Hsat, 1), tanh(|H|/H0), 1 - exp(-|H|/H0), or measured points
 *   history        s_eff = max(s(H), rho s(largest |H| seen))
 *   field change   keep x: w' = f_new(f_old^-1(w))       keep w: w' = clamp(w, new window)
 * </pre>
 *
 * <p>Pulses of one sign compose: n1 then n2 is n1 + n2, and n need not be whole. Pulses of mixed
 * sign do not commute, so the order of the calls is the order of the pulses.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 *   <caption>Symbols and units</caption>
 *   <tr><th>symbol</th><th>meaning</th><th>unit</th></tr>
 *   <tr><td>G, w</td><td>conductance, or any value read from a device</td><td>S, or the device's own</td></tr>
 *   <tr><td>Gmin, Gmax, R</td><td>the window and its range, R = Gmax - Gmin</td><td>as G</td></tr>
 *   <tr><td>u</td><td>normalised conductance, (G - Gmin) / R</td><td>1</td></tr>
 *   <tr><td>n</td><td>pulse count, real; n &gt; 0 potentiates, n &lt; 0 depresses</td><td>1</td></tr>
 *   <tr><td>P</td><td>pulses that span the window, for each polarity</td><td>1</td></tr>
 *   <tr><td>nu</td><td>nonlinearity of each polarity: 0 linear, &gt; 0 saturates, &lt; 0
 *       accelerates</td><td>1</td></tr>
 *   <tr><td>H</td><td>magnetic field</td><td>T, or reduced: H / Hsat</td></tr>
 *   <tr><td>s</td><td>linearisation: 0 at no field, 1 at and above saturation</td><td>1</td></tr>
 *   <tr><td>rho</td><td>part of the linearisation that stays when the field drops</td><td>1</td></tr>
 *   <tr><td>x</td><td>pulse coordinate: pulses from the start of the depression curve</td><td>1</td></tr>
 * </table>
 *
 * <h2>Published, and chosen here</h2>
 *
 * <ul>
 *   <li>Published [1]: the two depression fits (no field, field on), the time constant of
 *       potentiation in weak field, that the linear state is read through the exponential curve
 *       once the field is removed (keep x).
 *   <li>Chosen here: nu, Gmin and R linear in s between the two fits; the shapes of s(H), because
 *       no field value is published with the fits; potentiation alike at every field; rho; keep w.
 * </ul>
 *
 * <h2>Special values</h2>
 *
 * <p>A conductance or a pulse count that is not finite makes its device NaN, never a valid value. A
 * finite conductance outside the window is not an error: the equation is applied to it and the
 * clamp brings it in. Parameters that make no sense throw {@link IllegalArgumentException}.
 *
 * <p>[1] Bernard et al., "Dynamic Control of Weight-Update Linearity in Magneto-Ionic Synapses",
 * Nano Letters 25(4), 1443-1450, 2025, doi 10.1021/acs.nanolett.4c05247.
 */
package io.github.remanence.reference;
